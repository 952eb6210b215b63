using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VolumeCount.Commands;
using VolumeCount.Engines;
using VolumeCount.Engines.Docker;
using VolumeCount.Report;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Commands;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>
/// Measures what a request allocates. A native program does not tell, so this is the same plugin as managed code, in this
/// process, where the client allocates nothing and the scripted engine is idle.
/// </summary>
internal static class AllocationMeter
{
    private const int NodesPerBatch = 400_000;
    private const int MostRequestsPerBatch = 2_000;

    // The plugin may keep two reports by turns: both have to be made once.
    private const int WarmUpSeconds = 2;

    /// <summary>
    /// The bytes that a request allocates: among many in a row, as the median of some batches, because the plugin may do
    /// something else in one of them; and as a probe asks, once a second, with all that the plugin does meanwhile.
    /// </summary>
    public static async Task<(long PerRequest, long PerSecond)> MeasureAsync(
        Uri dockerHost, int containers, ReportKind kind, LoadPlan plan, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var options = new PluginHostOptions(folder.Path, LogFormat.Text, LogLevel.None);
        await using var plugin = PluginHost.Build(VolumeCountReportContext.Plugin, options, services => services
            .AddPlugin(new PluginOptions
            {
                Engine = new EngineOptions { DockerHost = DockerAddress.Parse(dockerHost.ToString()) },
                Report = new ReportOptions { Budget = kind == ReportKind.Counts ? 0 : ReportOptions.DefaultBudget },
            })
            .AddSingleton<IReportSource<VolumeCountReport>, VolumeCountReportSource>());
        await plugin.StartAsync(cancellationToken);

        using var client = new ProbeClient(folder.Combine("volume-count.sock"));
        await WaitUntilCompleteAsync(client, containers, cancellationToken);
        var requests = Math.Clamp(NodesPerBatch / containers, 10, MostRequestsPerBatch);
        var perRequest = Enumerable.Range(0, plan.AllocationBatches + 1).Select(_ => Batch(client, requests)).ToArray();
        var perSecond = await PerSecondAsync(client, plan.AllocationSeconds, cancellationToken);
        await plugin.StopAsync(cancellationToken);

        // The first batch is the warm-up.
        return (perRequest.Skip(1).Order().ElementAt(plan.AllocationBatches / 2), perSecond);
    }

    private static async Task WaitUntilCompleteAsync(ProbeClient client, int containers, CancellationToken cancellationToken)
    {
        for (var start = Stopwatch.GetTimestamp(); !CompleteReport.Has(Ask(client), containers);)
        {
            if (Stopwatch.GetElapsedTime(start) > LoadProgram.Patience)
                throw new BenchmarkException("The plugin in this process does not report all containers.");
            await Task.Delay(1, cancellationToken);
        }
    }

    private static byte[] Ask(ProbeClient client)
    {
        using var body = new MemoryStream();
        client.Ask(body);
        return body.ToArray();
    }

    private static async Task<long> PerSecondAsync(ProbeClient client, int seconds, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var before = 0L;
        for (var i = 0; i < WarmUpSeconds + seconds; i++)
        {
            if (i == WarmUpSeconds)
                before = GC.GetTotalAllocatedBytes(precise: true);
            await timer.WaitForNextTickAsync(cancellationToken);
            client.Ask();
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / seconds;
    }

    private static long Batch(ProbeClient client, int requests)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < requests; i++)
            client.Ask();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / requests;
    }
}
