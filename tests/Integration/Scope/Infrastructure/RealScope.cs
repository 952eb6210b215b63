using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Docker.DotNet;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using DotNet.Testcontainers.Images;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>Scope itself, app and probe, in a container, started as its users start it.</summary>
internal sealed class RealScope : IScope, IAsyncDisposable
{
    private const string AllContainers = "system=all&stopped=both&pseudo=hide";
    private const string DockerFolder = "/var/run/scope-docker";

    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);

    // Set once the engine has said that it cannot give all privileges.
    private static volatile bool _privilegedIsRefused;

    private readonly IContainer _container;
    private readonly HttpClient _client;

    private RealScope(IContainer container, Uri page)
    {
        _container = container;
        Page = page;
        _client = new HttpClient { BaseAddress = page, Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <summary>
    /// The probe looks for sockets each 5 s, asks each second and publishes each 3 s, and templates only each third time;
    /// the app forgets after 15 s. Twice all that, because the machine is busy.
    /// </summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public TimeSpan LookInterval => TimeSpan.FromMilliseconds(250);

    /// <summary>Where a browser finds it.</summary>
    public Uri Page { get; }

    /// <summary>Starts a Scope and waits until it responds. Skips the running test without its image.</summary>
    /// <param name="engine">The engine in which it runs.</param>
    /// <param name="pluginsDirectory">The folder that it watches for plugins.</param>
    /// <param name="dockerSocket">The socket of the engine that it watches; unless given, the one in which it runs.</param>
    /// <param name="configure">Adds what a test needs, such as options, which replace those before them.</param>
    public static async Task<RealScope> StartAsync(
        Engine engine, string pluginsDirectory, string? dockerSocket = null, Func<ContainerBuilder,
        ContainerBuilder>? configure = null)
    {
        await ScopeImage.RequireAsync();

        var port = FreePort();
        var description = Describe(engine, port, pluginsDirectory, dockerSocket);
        var container = await StartContainerAsync(configure?.Invoke(description) ?? description);
        var scope = new RealScope(container, new Uri($"http://127.0.0.1:{port}/"));
        try
        {
            await scope.WaitUntilItAnswersAsync();
            return scope;
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ScopePlugin>> PluginsAsync()
    {
        var api = await GetAsync("api");
        return
        [
            .. (api!["plugins"]?.AsArray() ?? []).Select(plugin => new ScopePlugin(
                Text(plugin!["id"]), Text(plugin["label"]), Text(plugin["status"]))),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> ContainerNodesAsync()
    {
        var report = await GetAsync("api/report");
        return
        [
            .. report!["Container"]!["nodes"]?.AsObject()
                .Where(node => Text(node.Value!["latest"]?["docker_container_state"]?["value"]) != "deleted")
                .Select(node => node.Key) ?? [],
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> ContainerViewAsync()
    {
        var view = await GetAsync($"api/topology/containers?{AllContainers}");
        return [.. view!["nodes"]?.AsObject().Select(node => node.Key) ?? []];
    }

    /// <summary>The labels of the nodes that the container view draws with a filter, by id.</summary>
    /// <param name="stopped">Scope's filter of states: <c>running</c>, <c>stopped</c> or <c>both</c>.</param>
    public async Task<Dictionary<string, string>> ContainerLabelsAsync(string stopped)
    {
        var view = await GetAsync($"api/topology/containers?system=all&stopped={stopped}&pseudo=hide");
        return view!["nodes"]?.AsObject().ToDictionary(node => node.Key, node => Text(node.Value!["label"])) ?? [];
    }

    /// <inheritdoc/>
    public async Task<ContainerPanel?> PanelAsync(string nodeId)
    {
        if (await NodeAsync("containers", nodeId) is not { } node)
            return null;

        return new ContainerPanel(
            [.. Items(node["parents"]).Select(parent => Text(parent["id"]))],
            [
                .. Items(node["metrics"]).Select(graph => new PanelGraph(
                    Text(graph["id"]), Text(graph["label"]), Text(graph["format"]),
                    Number(graph["value"]), Number(graph["min"]), Number(graph["max"]))),
            ],
            [
                .. Items(node["metadata"]).Select(row => new PanelRow(
                    Text(row["id"]), Text(row["label"]), Text(row["value"]))),
            ],
            [.. Items(node["tables"]).Select(Table).Where(table => table.Rows.Count > 0)],
            [.. Items(node["controls"]).Select(control => Text(control["id"])).Order(StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public async Task<string> HostAsync()
    {
        var view = await GetAsync("api/topology/hosts");
        // None is there before the probe's first report.
        return view!["nodes"]?.AsObject().Select(node => node.Key).SingleOrDefault()
            ?? throw new ScopeViewException("Scope does not know its host yet");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<PanelButton>> HostButtonsAsync()
    {
        var host = await NodeAsync("hosts", await HostAsync());
        return
        [
            .. Items(host?["controls"]).Select(control => new PanelButton(
                Text(control["id"]), Text(control["probeId"]), Text(control["nodeId"]))),
        ];
    }

    /// <inheritdoc/>
    public async Task<string?> PressAsync(PanelButton button)
    {
        using var answer = await _client.PostAsync(
            new Uri($"api/control/{button.ProbeId}/{Uri.EscapeDataString(button.NodeId)}/{button.Id}", UriKind.Relative),
            content: null,
            TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode ? null : JsonNode.Parse(body)!.GetValue<string>();
    }

    /// <inheritdoc/>
    public async Task<string> LogAsync()
    {
        var (output, error) = await _container.GetLogsAsync(timestampsEnabled: false, ct: CancellationToken.None);
        return $"{output}{error}";
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (Environment.GetEnvironmentVariable("TEST_RESULTS") is { Length: > 0 } results)
        {
            Directory.CreateDirectory(results);
            await File.WriteAllTextAsync(Path.Combine(results, $"scope-{_container.Id[..12]}.log"), await LogAsync());
        }

        await _container.DisposeAsync();
    }

    private static async Task<IContainer> StartContainerAsync(ContainerBuilder description)
    {
        if (!_privilegedIsRefused)
        {
            var privileged = description.WithPrivileged(true).Build();
            try
            {
                await privileged.StartAsync(TestContext.Current.CancellationToken);
                return privileged;
            }
            catch (DockerApiException e) when (e.Message.Contains("unable to apply caps", StringComparison.Ordinal))
            {
                await privileged.DisposeAsync();
                _privilegedIsRefused = true;
            }
        }

        // An engine that lacks a capability itself, as in a sandboxed machine, refuses `--privileged` as a whole. All that
        // Scope needs for containers can be had one by one; CAP_SYS_RESOURCE is the one that such machines take away.
        var capable = description
            .WithCreateParameterModifier(parameters =>
            {
                parameters.HostConfig!.CapAdd = ["ALL"];
                parameters.HostConfig.CapDrop = ["SYS_RESOURCE"];
                parameters.HostConfig.SecurityOpt = ["seccomp=unconfined", "apparmor=unconfined"];
            })
            .Build();
        try
        {
            await capable.StartAsync(TestContext.Current.CancellationToken);
            return capable;
        }
        catch
        {
            await capable.DisposeAsync();
            throw;
        }
    }

    private static ContainerBuilder Describe(Engine engine, int port, string pluginsDirectory, string? dockerSocket)
    {
        var scope = engine.Container()
            .WithImage(ScopeImage.Name)
            .WithImagePullPolicy(PullPolicy.Never)
            .WithEnvironment("CHECKPOINT_DISABLE", "true")
            .WithBindMount(pluginsDirectory, "/var/run/scope/plugins")
            .WithCommand(
                "--weave=false", "--probe.docker=true", "--probe.conntrack=false", "--probe.ebpf.connections=false",
                $"--app.http.address=127.0.0.1:{port}")
            .WithCreateParameterModifier(parameters =>
            {
                parameters.Entrypoint = null!; // The image's own.
                parameters.HostConfig!.NetworkMode = "host";
                parameters.HostConfig.PidMode = "host";
            });
        return dockerSocket is null
            ? scope.WithBindMount(DockerSocket.Path, "/var/run/docker.sock")
            // An engine that restarts makes a new socket: to see that one as well, its folder is mounted.
            : scope
                .WithBindMount(Path.GetDirectoryName(dockerSocket)!, DockerFolder)
                .WithEnvironment("DOCKER_HOST", $"unix://{DockerFolder}/{Path.GetFileName(dockerSocket)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static PanelTable Table(JsonNode table) => new(
        Text(table["id"]),
        Text(table["label"]),
        [.. Items(table["columns"]).Select(column => (Text(column["id"]), Text(column["label"])))],
        [
            .. Items(table["rows"]).Select(row =>
                row["entries"]!.AsObject().ToDictionary(cell => cell.Key, cell => Text(cell.Value))),
        ]);

    private static IEnumerable<JsonNode> Items(JsonNode? list) => list?.AsArray().Select(item => item!) ?? [];

    private static string Text(JsonNode? value) => value?.GetValue<string>() ?? "";

    private static double Number(JsonNode? value) => value?.GetValue<double>() ?? 0;

    /// <summary>A node as its panel shows it, or null while the node does not exist.</summary>
    private async Task<JsonNode?> NodeAsync(string view, string nodeId) =>
        (await GetAsync($"api/topology/{view}/{Uri.EscapeDataString(nodeId)}?{AllContainers}"))?["node"];
    private async Task WaitUntilItAnswersAsync()
    {
        var log = "";
        await Wait.UntilAsync(
            async () =>
            {
                try
                {
                    await GetAsync("api");
                    return true;
                }
                catch (ScopeViewException)
                {
                    log = await LogAsync();
                    return false;
                }
            },
            () => $"Scope answers at {Page}; it logged:\n{log}",
            TestContext.Current.CancellationToken,
            StartDeadline);

        // Should another have taken the port in the meantime, then that was not our Scope.
        Assert.DoesNotContain("address already in use", await LogAsync(), StringComparison.Ordinal);
    }

    private async Task<JsonNode?> GetAsync(string path)
    {
        try
        {
            using var response = await _client.GetAsync(
                new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;

            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            return await JsonNode.ParseAsync(body, cancellationToken: TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new ScopeViewException($"{path}: {e.GetBaseException().Message}", e);
        }
    }
}
