using System.Diagnostics;
using System.Globalization;
using VolumeCount.Tests.Integration.Containerd.Infrastructure;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Containerd;

/// <summary>
/// Measures the plugin with as many pods as a large node of Kubernetes has. It is explicit, since it takes minutes:
/// <c>VolumeCount.Tests.Integration -explicit only -class "*ContainerdLoadTests" -showLiveOutput</c>.
/// </summary>
public sealed class ContainerdLoadTests(Engine engine, ITestOutputHelper output)
{
    private const int Pods = 150;
    private const int ContainersPerPod = 4;
    private const int Containers = Pods * ContainersPerPod;
    private const int MountsPerContainer = 5;
    private const int Runs = 11;
    private const int RestSeconds = 60;

    /// <summary>The program to measure, such as the native one; by default the one that was built with the tests.</summary>
    private static readonly string Program =
        Environment.GetEnvironmentVariable("VOLUME_COUNT_PROGRAM") is { Length: > 0 } path ? path : PluginProcess.Executable;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task FirstReport_OfALargeNode_IsCompleteWithinASecond()
    {
        await using var containerd = await OwnContainerd.CreateAsync(engine);
        for (var i = 0; i < Pods; i++)
        {
            var pod = await containerd.RunPodAsync($"pod-{i}");
            for (var j = 0; j < ContainersPerPod; j++)
            {
                await containerd.RunContainerAsync(
                    pod,
                    $"container-{j}",
                    [.. Enumerable.Range(0, MountsPerContainer).Select(mount => containerd.Mount($"/mount-{mount}"))]);
            }
        }

        var times = new List<double>();
        for (var run = 1; run <= Runs; run++)
        {
            using var plugins = new TemporaryFolder();
            var start = Stopwatch.GetTimestamp();
            using var plugin = Start(containerd, plugins);
            await WaitForReportAsync(plugins);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (run == Runs)
            {
                await MeasureAsync(plugin, "without requests", () => Task.CompletedTask);
                await MeasureAsync(
                    plugin,
                    "with a request a second",
                    () => PluginClient.CountsAsync(plugins.Combine("volume-count.sock")));
            }

            plugin.Kill();
            await plugin.WaitForExitAsync(Cancellation);
        }

        times.Sort();
        output.WriteLine($"{Containers} containers in {Pods} pods, {MountsPerContainer} mounts each; {Program}");
        output.WriteLine($"start to first complete report: {times[Runs / 2]:f0} ms (median), {times[^1]:f0} ms (longest)");
        Assert.InRange(times[Runs / 2], 0, 1000);
    }

    private static Process Start(OwnContainerd containerd, TemporaryFolder plugins)
    {
        string[] options = ["--engine", "cri", "--cri-endpoint", $"unix://{containerd.Socket}", "--log-level", "none"];
        return Process.Start(new ProcessStartInfo(Program, ["serve", "--plugins-dir", plugins.Path, .. options]))!;
    }

    private static Task WaitForReportAsync(TemporaryFolder plugins) => Wait.UntilAsync(
        async () => File.Exists(plugins.Combine("volume-count.sock"))
            && (await PluginClient.CountsAsync(plugins.Combine("volume-count.sock"))).Count == Containers,
        () => "the report has all containers",
        Cancellation,
        TimeSpan.FromSeconds(30));

    private async Task MeasureAsync(Process plugin, string what, Func<Task> everySecond)
    {
        plugin.Refresh();
        var before = plugin.TotalProcessorTime;
        for (var second = 0; second < RestSeconds; second++)
        {
            await everySecond();
            await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        }

        plugin.Refresh();
        var status = File.ReadAllLines($"/proc/{plugin.Id}/status");
        output.WriteLine(
            $"{RestSeconds} s {what}: {(plugin.TotalProcessorTime - before).TotalMilliseconds:f0} ms of a processor, "
            + $"{Megabytes("VmRSS"):f1} MiB resident, {Megabytes("VmHWM"):f1} MiB at most");

        double Megabytes(string figure) => double.Parse(
            status.Single(line => line.StartsWith($"{figure}:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) / 1024;
    }
}
