namespace VolumeCount.Tests.Unit;

/// <summary>Tests that read what this process writes to stderr run alone.</summary>
[CollectionDefinition(nameof(StandardErrorTests), DisableParallelization = true)]
public sealed class StandardErrorTests;
