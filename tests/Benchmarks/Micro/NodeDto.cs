namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>A node in <see cref="TopologyDto"/>.</summary>
internal sealed record NodeDto(Dictionary<string, LatestDto> Latest);
