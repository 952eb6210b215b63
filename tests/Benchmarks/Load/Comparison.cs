using System.Diagnostics;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>The plugin and the floor, asked in turn in one run.</summary>
/// <param name="Plugin">What the plugin did.</param>
/// <param name="Floor">What the floor did.</param>
/// <param name="DockerCalls">How many calls the plugin made to Docker during all rounds.</param>
/// <param name="Time">How long all rounds took.</param>
internal sealed record Comparison(ServerFigures Plugin, ServerFigures Floor, int DockerCalls, TimeSpan Time)
{
    /// <summary>How many calls a minute the plugin made to Docker.</summary>
    public double DockerCallsPerMinute => DockerCalls / Time.TotalMinutes;

    public static async Task<Comparison> RunAsync(
        ServerProcess plugin, ServerProcess floor, ScriptedEngine engine, LoadPlan plan, CancellationToken cancellationToken)
    {
        var calls = engine.Requests.Count;
        var start = Stopwatch.GetTimestamp();
        ServerProcess[] servers = [plugin, floor];
        var rounds = servers.ToDictionary(server => server, _ => new List<ProbeRound>());
        var processorTime = servers.ToDictionary(server => server, _ => TimeSpan.Zero);
        for (var i = 0; i < plan.Rounds; i++)
        {
            foreach (var server in servers)
            {
                var before = server.ProcessorTime;
                rounds[server].Add(await DriveAsync(server, plan, cancellationToken));
                processorTime[server] += server.ProcessorTime - before;
            }
        }

        return new(
            ServerFigures.From(plugin, rounds[plugin], processorTime[plugin]),
            ServerFigures.From(floor, rounds[floor], processorTime[floor]),
            engine.Requests.Count - calls,
            Stopwatch.GetElapsedTime(start));
    }

    private static async Task<ProbeRound> DriveAsync(ServerProcess server, LoadPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await ProbeRound.RunAsync(server.SocketPath, plan.WarmUp, plan.RoundTime, cancellationToken);
        }
        catch (BenchmarkException)
        {
            // A server that died says more than the probe that lost it.
            server.CheckAlive();
            throw;
        }
    }
}
