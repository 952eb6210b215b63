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
        string program, string nginx, LoadPlan plan, int containers, ReportKind kind, bool withChurn, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        await using var engine = await EngineLoad.StartAsync(containers);
        var (allocated, allocatedASecond) = await AllocationMeter.MeasureAsync(engine.Uri, containers, kind, plan, cancellationToken);

        var callsBefore = engine.Requests.Count;
        var start = Stopwatch.GetTimestamp();
        await using var plugin = NativePlugin.Start(program, folder.Path, engine.Uri, kind);
        var report = await plugin.WaitForAsync(body => CompleteReport.Has(body, containers), Patience, cancellationToken);
        var startTime = Stopwatch.GetElapsedTime(start);
        var startCalls = engine.Requests.Count - callsBefore;

        await using var floor = await FloorServer.StartAsync(nginx, folder.Path, report, Patience, cancellationToken);
        var rest = await Comparison.RunAsync(plugin, floor, engine, plan, cancellationToken);
        if (rest.Plugin.ShortestBody != report.Length || rest.Plugin.LongestBody != report.Length)
            throw new BenchmarkException($"The report changes its length at rest: {report.Length} bytes, then others.");

        Comparison? churned = null;
        if (withChurn)
        {
            await using (new Churn(engine))
                churned = await Comparison.RunAsync(plugin, floor, engine, plan, cancellationToken);
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
            Start = startTime,
            StartCalls = startCalls,
            AllocatedPerRequest = allocated,
            AllocatedPerSecond = allocatedASecond,
            Rest = rest,
            Churn = churned,
        };
    }
}
