using System.Diagnostics;
using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>The plugin and the floor, asked in turn in one run.</summary>
/// <param name="Placement">The processors of server and client.</param>
/// <param name="Plugin">The plugin's figures.</param>
/// <param name="Floor">The floor's figures.</param>
/// <param name="DockerCalls">How many calls the plugin made to Docker during all rounds.</param>
/// <param name="Time">How long all rounds took.</param>
internal sealed record Comparison(
    Placement Placement, ServerFigures Plugin, ServerFigures Floor, int DockerCalls, TimeSpan Time)
{
    /// <summary>How many calls a minute the plugin made to Docker.</summary>
    public double DockerCallsPerMinute => DockerCalls / Time.TotalMinutes;

    /// <summary>Drives both with one request after the other.</summary>
    public static async Task<Comparison> RunAsync(
        ServerProcess plugin,
        ServerProcess floor,
        ScriptedEngine engine,
        LoadPlan plan,
        Placement placement,
        CancellationToken cancellationToken)
    {
        var calls = engine.Requests.Count;
        var start = Stopwatch.GetTimestamp();
        ServerProcess[] servers = [plugin, floor];
        var rounds = servers.ToDictionary(server => server, _ => new List<ProbeRound>());
        var processorTime = servers.ToDictionary(server => server, _ => TimeSpan.Zero);
        foreach (var server in servers)
            await server.BindAsync(placement, cancellationToken);
        for (var i = 0; i < plan.Rounds; i++)
        {
            foreach (var server in servers)
            {
                var before = server.ProcessorTime;
                rounds[server].Add(
                    await DriveAsync(server, plan.WarmUp, plan.RoundTime, TimeSpan.Zero, placement, cancellationToken));
                processorTime[server] += server.ProcessorTime - before;
            }
        }

        return new(
            placement,
            ServerFigures.From(plugin, rounds[plugin], processorTime[plugin]),
            ServerFigures.From(floor, rounds[floor], processorTime[floor]),
            engine.Requests.Count - calls,
            Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Drives both with a pause before each request, the floor half a pause after the plugin.</summary>
    public static async Task<PacedComparison> RunPacedAsync(
        ServerProcess plugin, ServerProcess floor, LoadPlan plan, Placement placement, CancellationToken cancellationToken)
    {
        foreach (var server in new[] { plugin, floor })
            await server.BindAsync(placement, cancellationToken);
        var processorTime = plugin.ProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var first = DriveAsync(plugin, TimeSpan.Zero, plan.PacedTime, plan.Pause, placement, cancellationToken);
        await Task.Delay(plan.Pause / 2, cancellationToken);
        var second = DriveAsync(floor, TimeSpan.Zero, plan.PacedTime, plan.Pause, placement, cancellationToken);
        var answers = await Task.WhenAll(first, second);
        return new(
            new Latencies(answers[0].Nanoseconds),
            new Latencies(answers[1].Nanoseconds),
            (plugin.ProcessorTime - processorTime) / Stopwatch.GetElapsedTime(start));
    }

    /// <summary>The share of a processor that the plugin takes without a probe, once it renders no more ahead.</summary>
    public static async Task<double> MeasureIdleAsync(
        ServerProcess plugin, LoadPlan plan, CancellationToken cancellationToken)
    {
        await Task.Delay(plan.IdleDelay, cancellationToken);
        var processorTime = plugin.ProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await Task.Delay(plan.IdleTime, cancellationToken);
        return (plugin.ProcessorTime - processorTime) / Stopwatch.GetElapsedTime(start);
    }

    private static async Task<ProbeRound> DriveAsync(
        ServerProcess server,
        TimeSpan warmUp,
        TimeSpan time,
        TimeSpan pause,
        Placement placement,
        CancellationToken cancellationToken)
    {
        try
        {
            return await ProbeRound.RunAsync(server.SocketPath, warmUp, time, pause, placement, cancellationToken);
        }
        catch (BenchmarkException)
        {
            // A server that died says more than the probe that lost it.
            server.CheckAlive();
            throw;
        }
    }
}
