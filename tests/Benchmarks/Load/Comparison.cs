using System.Diagnostics;
using VolumeCount.Tests.Benchmarks.Results;

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
                rounds[server].Add(await DriveAsync(server, plan.WarmUp, plan.RoundTime, TimeSpan.Zero, cancellationToken));
                processorTime[server] += server.ProcessorTime - before;
            }
        }

        return new(
            ServerFigures.From(plugin, rounds[plugin], processorTime[plugin]),
            ServerFigures.From(floor, rounds[floor], processorTime[floor]),
            engine.Requests.Count - calls,
            Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Asks one server with a pause before each request.</summary>
    public static async Task<Latencies> RunPacedAsync(ServerProcess server, LoadPlan plan, CancellationToken cancellationToken)
    {
        var round = await DriveAsync(server, TimeSpan.Zero, plan.PacedTime, plan.Pause, cancellationToken);
        return new(round.Nanoseconds);
    }

    private static async Task<ProbeRound> DriveAsync(
        ServerProcess server, TimeSpan warmUp, TimeSpan time, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            return await ProbeRound.RunAsync(server.SocketPath, warmUp, time, pause, cancellationToken);
        }
        catch (BenchmarkException)
        {
            // A server that died says more than the probe that lost it.
            server.CheckAlive();
            throw;
        }
    }
}
