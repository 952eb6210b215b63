using System.Text.Json.Nodes;
using VolumeCount.Tests.Cri;
using VolumeCount.Tests.Integration.Containerd.Infrastructure;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Containerd;

/// <summary>The plugin with a real containerd, as on a node of Kubernetes.</summary>
public sealed class ContainerdTests(Engine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_OfContainersInEveryState_HasTheMountsThatTheRuntimeReports()
    {
        await using var containerd = await OwnContainerd.CreateAsync(engine);
        var pod = await containerd.RunPodAsync();
        var created = await containerd.CreateContainerAsync(pod, "created", containerd.Mount("/data"));
        var running = await containerd.RunContainerAsync(
            pod, "running", containerd.Mount("/data"), containerd.Mount("/config", "etc", isReadOnly: true),
            containerd.Mount("/x/y"));
        var exited = await containerd.RunContainerAsync(pod, "exited");
        await containerd.StopContainerAsync(exited);
        using var plugins = new TemporaryFolder();
        await using var plugin = await StartAsync(containerd, plugins);

        await WaitForCountsAsync(containerd, plugin);

        var counts = await PluginClient.CountsAsync(plugin.SocketPath);
        Assert.Equal(new Dictionary<string, string> { [created] = "1", [running] = "3", [exited] = "0" }, counts);

        // The sandbox of a pod is not one of its containers.
        var known = (await containerd.CtrAsync("containers", "list", "--quiet")).Split('\n');
        Assert.Equal(known.Where(id => id != pod.Id).Order(), counts.Keys.Order());
        Assert.Contains(plugin.Log, line => line.Contains("Connected to containerd 1.", StringComparison.Ordinal)
            || line.Contains("Connected to containerd 2.", StringComparison.Ordinal)
            || line.Contains("Connected to containerd v", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_WhileContainersChange_FollowsTheRuntime()
    {
        await using var containerd = await OwnContainerd.CreateAsync(engine);
        var pod = await containerd.RunPodAsync();
        using var plugins = new TemporaryFolder();

        // No list repairs what the events lack.
        await using var plugin = await StartAsync(containerd, plugins, "--reconcile-interval", "3600");
        await plugin.WaitForLogAsync("Connected to containerd");

        var id = await containerd.CreateContainerAsync(pod, "web", containerd.Mount("/data"), containerd.Mount("/logs"));
        await WaitForStateAsync(plugin, id, "created");
        await containerd.Client.StartContainerAsync(
            new ContainerIdRequest { ContainerId = id }, cancellationToken: Cancellation);
        await WaitForStateAsync(plugin, id, "running");
        await containerd.StopContainerAsync(id);
        await WaitForStateAsync(plugin, id, "exited");
        Assert.Equal("2", (await PluginClient.CountsAsync(plugin.SocketPath))[id]);
        await containerd.RemoveContainerAsync(id);
        await WaitForStateAsync(plugin, id, null);
    }

    [Fact]
    public async Task Report_WhileItIsAskedFor_HasTheUsageThatTheRuntimeMeasures()
    {
        await using var containerd = await OwnContainerd.CreateAsync(engine);
        var pod = await containerd.RunPodAsync();
        var id = await containerd.RunContainerAsync(pod, "web");
        var exited = await containerd.RunContainerAsync(pod, "exited");
        await containerd.StopContainerAsync(exited);
        using var plugins = new TemporaryFolder();
        await using var plugin = await StartAsync(containerd, plugins);

        JsonNode? report = null, metrics = null;
        await Wait.UntilAsync(
            async () =>
            {
                report = await PluginClient.ReportAsync(plugin.SocketPath);
                metrics = report["Container"]!["nodes"]?[$"{id};<container>"]?["metrics"];
                return metrics?["docker_cpu_total_usage"] is not null;
            },
            () => $"the container has its usage; the report is {report}",
            Cancellation,
            TimeSpan.FromSeconds(60));

        var stats = (await containerd.Client.ListContainerStatsAsync(new Empty(), cancellationToken: Cancellation)).Stats
            .Single(stats => stats.Attributes.Id == id);
        var memory = metrics!["docker_memory_usage"]!;
        var bytes = memory["samples"]![0]!["value"]!.GetValue<double>();
        TestContext.Current.TestOutputHelper!.WriteLine($"{stats}; {metrics}");
        Assert.InRange(bytes, 1, memory["max"]!.GetValue<double>());
        Assert.InRange(stats.Memory.WorkingSetBytes.Value, bytes / 2, bytes * 2);
        Assert.InRange(metrics["docker_cpu_total_usage"]!["samples"]![0]!["value"]!.GetValue<double>(), 0, 100);
        Assert.Null(report!["Container"]!["nodes"]![$"{exited};<container>"]!["metrics"]);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task Report_WhenTheRuntimeIsRestarted_IsRightAgain(string signal)
    {
        await using var containerd = await OwnContainerd.CreateAsync(engine);
        var pod = await containerd.RunPodAsync();
        await containerd.RunContainerAsync(pod, "before", containerd.Mount("/data"));
        using var plugins = new TemporaryFolder();
        await using var plugin = await StartAsync(containerd, plugins, "--window", "1");
        await WaitForCountsAsync(containerd, plugin);

        await containerd.StopAsync(signal);
        await Wait.UntilAsync(
            async () => (await PluginClient.CountsAsync(plugin.SocketPath)).Count == 0,
            () => "the report has no containers",
            Cancellation);

        await containerd.StartAsync();
        await containerd.RunContainerAsync(pod, "after", containerd.Mount("/data"), containerd.Mount("/logs"));
        await WaitForCountsAsync(containerd, plugin);
        Assert.Equal(2, (await PluginClient.CountsAsync(plugin.SocketPath)).Count);
    }

    [Fact]
    public async Task Report_OfTheCommandLine_ListsContainersByName()
    {
        await using var containerd = await OwnContainerd.CreateAsync(engine);
        var pod = await containerd.RunPodAsync();
        var id = await containerd.RunContainerAsync(pod, "nginx", containerd.Mount("/data"));

        var result = await Command.RunAsync(
            PluginProcess.Executable, ["report", "--engine", "cri", "--cri-endpoint", $"unix://{containerd.Socket}"]);

        Assert.True(result.ExitCode == 0, result.Error);
        var row = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1];
        Assert.Equal(["nginx", id[..12], "running", "1"], row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..4]);
    }

    private static Task<PluginProcess> StartAsync(
        OwnContainerd containerd, TemporaryFolder plugins, params string[] options) =>
        PluginProcess.StartAsync(
            plugins.Path, ["--engine", "cri", "--cri-endpoint", $"unix://{containerd.Socket}", .. options]);

    private static Task WaitForCountsAsync(OwnContainerd containerd, PluginProcess plugin)
    {
        Dictionary<string, string> expected = [], reported = [];
        return Wait.UntilAsync(
            async () =>
            {
                expected = await containerd.MountCountsAsync();
                reported = await PluginClient.CountsAsync(plugin.SocketPath);
                return expected.Count == reported.Count && !expected.Except(reported).Any();
            },
            () => $"the report has {expected.Count} containers; it has {reported.Count}; "
                + $"the plugin logged:\n{string.Join('\n', plugin.Log)}",
            Cancellation,
            TimeSpan.FromSeconds(30));
    }

    private static Task WaitForStateAsync(PluginProcess plugin, string id, string? state)
    {
        JsonNode? report = null;
        return Wait.UntilAsync(
            async () =>
            {
                report = await PluginClient.ReportAsync(plugin.SocketPath);
                var node = report["Container"]!["nodes"]?[$"{id};<container>"];
                return node?["latest"]!["docker_container_state"]!["value"]!.GetValue<string>() == state;
            },
            () => $"container {id} is {state ?? "gone"}; the report is {report}",
            Cancellation,
            TimeSpan.FromSeconds(30));
    }
}
