namespace VolumeCount.Tests.Integration.SocketLife;

/// <summary>
/// Tests that hold the plugin to a second run alone, so that what they time is the plugin and not its neighbours.
/// </summary>
[CollectionDefinition(nameof(TimedTests), DisableParallelization = true)]
public sealed class TimedTests;
