namespace VolumeCount.Tests.Benchmarks;

/// <summary>Something does not work, so that there is nothing to measure.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
