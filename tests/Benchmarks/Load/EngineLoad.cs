namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>Fills a scripted engine with containers: the i-th has i mod 7 mounts.</summary>
internal static class EngineLoad
{
    private const int MountCycle = 7;

    /// <summary>Starts an engine with as many containers.</summary>
    public static async Task<ScriptedEngine> StartAsync(int containers)
    {
        var engine = await ScriptedEngine.StartWithContainersAsync("[]");
        for (var i = 0; i < containers; i++)
            Create(engine, i, silently: true);
        return engine;
    }

    /// <summary>Has one container more.</summary>
    /// <returns>Its id.</returns>
    public static string Create(ScriptedEngine engine, int i, bool silently = false) =>
        engine.Create(i % MountCycle, silently: silently);
}
