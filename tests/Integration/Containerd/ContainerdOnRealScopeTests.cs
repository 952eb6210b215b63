using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VolumeCount.Tests.Integration.Containerd.Infrastructure;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Containerd;

/// <summary>What Scope shows of the containers of containerd, which its own Docker probe does not know.</summary>
public sealed class ContainerdOnRealScopeTests(Engine engine, ITestOutputHelper output) : IDisposable
{
    /// <summary>Names the file to which the test writes a picture of the page; without it, it writes none.</summary>
    private const string PictureVariable = "SCOPE_CONTAINERD_SCREENSHOT";

    private readonly TemporaryFolder _plugins = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scope_WithoutItsDockerProbe_DrawsTheContainersAndForgetsThemWithTheRuntime()
    {
        await ScopeImage.RequireAsync();
        await Browser.RequireAsync();
        await using var containerd = await OwnContainerd.CreateAsync(engine);
        var (running, exited) = await RunContainersAsync(containerd);
        await using var plugin = await StartPluginAsync(containerd);
        await using var scope = await RealScope.StartAsync(
            engine, _plugins.Path, configure: static container => container.WithCommand("--probe.docker=false"));

        await LabelsAreAsync(scope, "both", (running, "shop"), (exited, "migration"));
        await LabelsAreAsync(scope, "running", (running, "shop"));
        await LabelsAreAsync(scope, "stopped", (exited, "migration"));
        ContainerPanel? panel = null;
        await UntilAsync(
            scope,
            async () => (panel = await scope.PanelAsync(NodeId.OfContainer(running)))?.Table("volumes") is not null,
            () => $"the panel has the table of volumes; it is {panel}");
        Assert.Equal(new PanelRow("volume_count", "# Volumes", "2"), panel!.Rows[0]);
        Assert.Equal("running", panel["docker_container_state_human"]);
        Assert.Equal(["/etc/shop", "/var/lib/orders"], panel.Table("volumes")!.Rows.Select(row => row["label"]));
        Assert.Contains(await scope.HostAsync(), panel.Parents);
        await UntilAsync(
            scope,
            async () => (panel = await scope.PanelAsync(NodeId.OfContainer(running)))?.Graphs.Count == 2,
            () => $"the panel has the graphs of processor and memory; it is {panel}");
        Assert.Equal(
            [("docker_cpu_total_usage", "CPU", "percent"), ("docker_memory_usage", "Memory", "filesize")],
            panel!.Graphs.Select(graph => (graph.Id, graph.Label, graph.Format)));

        await using (var page = await ScopePage.OpenAsync(scope))
            await OpenPanelAsync(page);

        // The plugin's window, and then Scope's own.
        var stopping = Stopwatch.GetTimestamp();
        await containerd.StopAsync("KILL");
        await Wait.UntilAsync(
            async () => (await PluginClient.CountsAsync(plugin.SocketPath)).Count == 0,
            () => "the report has no containers",
            Cancellation,
            TimeSpan.FromSeconds(30));
        Assert.InRange(Stopwatch.GetElapsedTime(stopping).TotalSeconds, 15, 30);
        await LabelsAreAsync(scope, "both");
        output.WriteLine($"Scope has forgotten the containers after {Stopwatch.GetElapsedTime(stopping).TotalSeconds:f1} s");
        Assert.Empty(await scope.ContainerNodesAsync());
    }

    [Fact]
    public async Task Scope_WithItsCriProbe_MergesBothReportsOfAContainer()
    {
        await ScopeImage.RequireAsync();
        await using var containerd = await OwnContainerd.CreateAsync(engine);
        var (running, exited) = await RunContainersAsync(containerd);
        await using var plugin = await StartPluginAsync(containerd);
        var folder = Path.GetDirectoryName(containerd.Socket)!;
        await using var scope = await RealScope.StartAsync(
            engine,
            _plugins.Path,
            configure: container => container
                .WithBindMount(folder, folder)
                .WithCommand(
                    "--probe.docker=false", "--probe.cri=true", $"--probe.cri.endpoint=unix://{containerd.Socket}"));

        IReadOnlyCollection<string> nodes = [];
        await UntilAsync(
            scope,
            async () => (await scope.PanelAsync(NodeId.OfContainer(running)))?["volume_count"] == "2",
            () => "the panel has the plugin's row");
        await LabelsAreAsync(scope, "both", (running, "shop"), (exited, "migration"));
        await UntilAsync(
            scope,
            async () => (nodes = await scope.ContainerNodesAsync()).Order()
                .SequenceEqual(new[] { running, exited }.Select(NodeId.OfContainer).Order()),
            () => $"no container has two nodes; the nodes are {string.Join(", ", nodes)}");
    }

    public void Dispose() => _plugins.Dispose();

    private static async Task<(string Running, string Exited)> RunContainersAsync(OwnContainerd containerd)
    {
        var pod = await containerd.RunPodAsync("shop-0");
        var volumes = $"pods/{pod.Config.Metadata.Uid}/volumes";
        var orders = containerd.Mount("/var/lib/orders", $"{volumes}/kubernetes.io~local-volume/orders");
        var settings = containerd.Mount("/etc/shop", $"{volumes}/kubernetes.io~configmap/settings", isReadOnly: true);
        var running = await containerd.RunContainerAsync(pod, "shop", orders, settings);
        var exited = await containerd.RunContainerAsync(pod, "migration", orders);
        await containerd.StopContainerAsync(exited);
        return (running, exited);
    }

    private static async Task OpenPanelAsync(ScopePage page)
    {
        await page.ShowViewAsync("Table");
        await page.OpenPanelAsync("shop");
        await Assertions.Expect(page.Panel.Locator(".node-details-info-field").First).ToHaveTextAsync(
            new Regex(@"^# Volumes:?\s*2$"));
        await page.ExpectAsync(page.Section("Volumes"));
        await page.ShowViewAsync("Graph");
        await Assertions.Expect(page.Page.Locator(".metric-selector-action")).ToHaveTextAsync(["CPU", "Memory"]);
        if (Environment.GetEnvironmentVariable(PictureVariable) is { Length: > 0 } path)
        {
            // High enough for the list of volumes.
            await page.Page.SetViewportSizeAsync(1280, 900);
            await page.AssertIsAliveAsync();
            await page.Page.ScreenshotAsync(new() { Path = path });
        }
    }

    private static async Task LabelsAreAsync(RealScope scope, string stopped, params (string Id, string Label)[] expected)
    {
        Dictionary<string, string> labels = [];
        var nodes = expected.ToDictionary(container => NodeId.OfContainer(container.Id), container => container.Label);
        await UntilAsync(
            scope,
            async () => (labels = await scope.ContainerLabelsAsync(stopped)).Count == nodes.Count
                && !labels.Except(nodes).Any(),
            () => $"the view '{stopped}' is {string.Join(", ", nodes)}; it is {string.Join(", ", labels)}");
    }

    private static async Task UntilAsync(RealScope scope, Func<Task<bool>> condition, Func<string> what) =>
        await Wait.UntilAsync(condition, what, Cancellation, scope.Patience);

    private Task<PluginProcess> StartPluginAsync(OwnContainerd containerd) => PluginProcess.StartAsync(
        _plugins.Path, "--engine", "cri", "--cri-endpoint", $"unix://{containerd.Socket}");
}
