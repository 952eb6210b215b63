namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>An answer that was read.</summary>
/// <param name="Length">How many bytes its body has, as announced and as read.</param>
/// <param name="Time">How long it took, from the request to its last byte, in ticks of the stopwatch.</param>
internal readonly record struct Answer(int Length, long Time);
