namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>A value in <see cref="NodeDto"/>.</summary>
internal sealed record LatestDto(string Timestamp, string Value);
