using System.Diagnostics;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>Measures the native plugin against a scripted engine, and next to it the floor.</summary>
internal static class LoadProgram
{
    /// <summary>How long a server may take to become what is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(
        string plugin, string nginx, string command, LoadPlan plan, string? repository, CancellationToken cancellationToken)
    {
        var origin = PerformanceDocument.Origin(command);
        var version = await FloorServer.VersionAsync(nginx, cancellationToken);
        var measurements = new List<Measurement>();
        foreach (var kind in Enum.GetValues<ReportKind>())
        {
            foreach (var containers in plan.Sizes)
                measurements.Add(await MeasureAsync(containers, kind, withChurn: true));
        }

        foreach (var containers in plan.GrowthSizes)
            measurements.Add(await MeasureAsync(containers, ReportKind.Counts, withChurn: false));

        var text = $"{origin}The floor is nginx {version}.\n\n{LoadText.Of(measurements)}";
        Console.WriteLine();
        Console.Write(text);
        if (repository is not null)
        {
            PerformanceDocument.Write(repository, "load", text);
            PerformanceDocument.WritePlot(repository, LoadText.Plot(measurements));
        }

        return 0;

        Task<Measurement> MeasureAsync(int containers, ReportKind kind, bool withChurn)
        {
            Console.Error.WriteLine($"Measuring {containers:N0} containers, {LoadText.Name(kind)}.");
            return RunAsync(plugin, nginx, plan, containers, kind, withChurn, cancellationToken);
        }
    }

    private static async Task<Measurement> RunAsync(
        string program, string nginx, LoadPlan plan, int containers, ReportKind kind, bool withChurn,
        CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        await using var engine = await EngineLoad.StartAsync(containers);
        var (allocated, allocatedASecond) = await AllocationMeter.MeasureAsync(
            engine.Uri, containers, kind, plan, cancellationToken);

        var startTimes = new List<TimeSpan>();
        for (var i = 1; i < plan.Starts; i++)
        {
            var (first, _, _, time) = await StartAsync();
            startTimes.Add(time);
            await using (first)
                await first.StopAsync(cancellationToken);
        }

        var (started, report, startCalls, lastTime) = await StartAsync();
        await using var plugin = started;
        startTimes.Add(lastTime);

        await using var floor = await FloorServer.StartAsync(nginx, folder.Path, report, Patience, cancellationToken);
        var paced = await Comparison.RunPacedAsync(plugin, floor, plan, Placement.Apart, cancellationToken);
        var idle = await Comparison.MeasureIdleAsync(plugin, plan, cancellationToken);
        var rest = await Comparison.RunAsync(plugin, floor, engine, plan, Placement.Apart, cancellationToken);
        if (rest.Plugin.ShortestBody != report.Length || rest.Plugin.LongestBody != report.Length)
            throw new BenchmarkException($"The report changes its length at rest: {report.Length} bytes, then others.");

        var together = await Comparison.RunAsync(plugin, floor, engine, plan, Placement.Together, cancellationToken);

        Comparison? churned = null;
        PacedComparison? pacedChurn = null;
        if (withChurn)
        {
            await using (new Churn(engine))
            {
                pacedChurn = await Comparison.RunPacedAsync(plugin, floor, plan, Placement.Free, cancellationToken);
                churned = await Comparison.RunAsync(plugin, floor, engine, plan, Placement.Free, cancellationToken);
            }

            // Nothing was missed.
            await plugin.WaitForAsync(body => CompleteReport.Has(body, containers), Patience, cancellationToken);
        }

        await floor.StopAsync(cancellationToken);
        await plugin.StopAsync(cancellationToken);
        return new()
        {
            Containers = containers,
            Kind = kind,
            Bytes = report.Length,
            Start = startTimes.Order().ElementAt(startTimes.Count / 2),
            StartCalls = startCalls,
            AllocatedPerRequest = allocated,
            AllocatedPerSecond = allocatedASecond,
            Paced = paced,
            IdleShare = idle,
            Rest = rest,
            RestTogether = together,
            PacedChurn = pacedChurn,
            Churn = churned,
        };

        async Task<(ServerProcess Plugin, byte[] Report, int Calls, TimeSpan Time)> StartAsync()
        {
            var callsBefore = engine.Requests.Count;
            var start = Stopwatch.GetTimestamp();
            var server = NativePlugin.Start(program, folder.Path, engine.Uri, kind);
            try
            {
                var body = await server.WaitForAsync(
                    body => CompleteReport.Has(body, containers), Patience, cancellationToken);
                return (server, body, engine.Requests.Count - callsBefore, Stopwatch.GetElapsedTime(start));
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }
}
