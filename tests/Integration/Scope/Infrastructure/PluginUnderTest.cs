using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>Starts our plugin: the one place that knows in which form.</summary>
internal static class PluginUnderTest
{
    public const string Id = "volume-count";
    public const string Label = "Volume Counts";

    /// <summary>The id of the row that it adds to a container's panel.</summary>
    public const string Row = "volume_count";

    /// <summary>Starts an instance and waits until it listens.</summary>
    /// <param name="pluginsDirectory">The folder that Scope watches.</param>
    /// <param name="dockerHost">Where its Docker engine answers; unless given, the one that the tests run against.</param>
    public static async Task<IPluginUnderTest> StartAsync(string pluginsDirectory, string? dockerHost = null) =>
        new PluginAsProcess(await PluginProcess.StartAsync(pluginsDirectory, "--docker-host", dockerHost ?? Engine.Host));
}
