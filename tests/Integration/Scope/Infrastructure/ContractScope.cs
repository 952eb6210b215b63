using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;
using VolumeCount.Tests.Emulation;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>
/// The stand-in for a real Scope: our own probe, which keeps to the contract, over containers that the <c>docker</c> command
/// line lists. Each look at it scans and asks the plugins anew, and it forgets at once.
/// </summary>
internal sealed class ContractScope(string pluginsDirectory, string dockerHost) : IScope, IDisposable
{
    private const string Containers = "Container";
    private const string Hosts = "Host";

    private const string HostControl = "host_exec";
    private const string ProbeOfControls = "control_probe_id";
    private const string ProbeId = "contract";

    // What stands between a plugin's id and the id that it gave its control.
    private const char ControlSeparator = '~';

    // Which of Scope's buttons a container has, by its state.
    private static readonly Dictionary<string, string[]> ControlsByState = new()
    {
        ["running"] = ["attach", "exec", "pause", "restart", "stop"],
        ["paused"] = ["unpause"],
        ["exited"] = ["remove", "start"],
        ["created"] = ["remove", "start"],
    };

    private static readonly MetadataTemplate[] Templates =
    [
        new("docker_container_command", "Command", "", 3, "latest"),
        new("docker_container_state_human", "State", "", 4, "latest"),
        new("docker_container_id", "ID", "", 11, "latest"),
    ];

    private static readonly string HostId = NodeId.OfHost(Environment.MachineName);

    private readonly ContractProbe _probe = new(pluginsDirectory, TimeProvider.System);
    private readonly SortedSet<string> _log = [];
    private readonly Dictionary<string, string> _labels = [];
    private readonly List<PluginAnswer> _shortcuts = [];

    /// <inheritdoc/>
    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public TimeSpan LookInterval => TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ScopePlugin>> PluginsAsync()
    {
        var answers = await SpyAsync();
        // A plugin in error keeps the label that it had.
        foreach (var answer in answers)
        {
            _labels[answer.PluginId] = answer.Report?.Plugins[0].Label
                ?? _labels.GetValueOrDefault(answer.PluginId, answer.PluginId);
        }

        return [.. answers.Select(answer => new ScopePlugin(answer.PluginId, _labels[answer.PluginId], answer.Status))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> ContainerNodesAsync() =>
        [.. (await MergeAsync()).Topology(Containers).Nodes.Keys];

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> ContainerViewAsync()
    {
        var merged = await MergeAsync();
        var nodes = merged.Topology(Containers).Nodes;
        var drawn = nodes.Where(node => node.Value.Topology.Length > 0).Select(node => node.Key).ToHashSet();
        // The copy of ghosts without an id is drawn where one of them names its topology.
        if (!drawn.Any(id => id.Length > 0 && nodes[id].Id.Length == 0))
            drawn.Remove("");
        foreach (var id in drawn)
            Draw(merged, id);
        return drawn;
    }

    /// <inheritdoc/>
    public async Task<ContainerPanel?> PanelAsync(string nodeId)
    {
        var merged = await MergeAsync();
        if (!merged.Topology(Containers).Nodes.ContainsKey(nodeId))
            return null;

        var panel = Draw(merged, nodeId);
        return new ContainerPanel(
            [.. panel.Parents.Select(parent => parent.Id)],
            [
                .. panel.Graphs.Select(graph => new PanelGraph(
                    graph.Id, graph.Label, graph.Format, graph.Value, graph.Min, graph.Max)),
            ],
            [.. panel.Rows.Select(row => new PanelRow(row.Id, row.Label, row.Value))],
            [
                .. panel.Tables.Select(table => new PanelTable(
                    table.Id, table.Label, [.. table.Columns.Select(column => (column.Id, column.Label))], table.Rows)),
            ],
            [.. panel.Controls.Select(control => control.Id).Order(StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public Task<string> HostAsync() => Task.FromResult(HostId);

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<PanelButton>> HostButtonsAsync()
    {
        var panel = (await MergeAsync()).Panel(Hosts, HostId);
        return [.. panel.Controls.Select(control => new PanelButton(control.Id, ProbeId, HostId))];
    }

    /// <inheritdoc/>
    public async Task<string?> PressAsync(PanelButton button)
    {
        var parts = button.Id.Split(ControlSeparator, 2);
        var (plugin, control) = (parts[0], parts[1]);
        var answer = await OrderAsync(plugin, control, button.NodeId);
        if (answer.StatusCode != StatusCodes.Status200OK)
        {
            return "plugin returned non-200 status code: " +
                $"{answer.StatusCode} {ReasonPhrases.GetReasonPhrase(answer.StatusCode)}";
        }

        if (answer.Json["shortcutReport"] is { } shortcut)
        {
            _shortcuts.Add(new PluginAnswer
            {
                PluginId = plugin,
                Status = PluginAnswer.Ok,
                Report = ReportDecoder.Decode(
                    JsonSerializer.SerializeToUtf8Bytes(shortcut), DateTime.UtcNow, new FindingList()),
            });
        }

        return answer.Json["error"]?.GetValue<string>();
    }

    /// <inheritdoc/>
    public Task<string> LogAsync()
    {
        _log.UnionWith(_probe.Scan().Warnings);
        return Task.FromResult(string.Join('\n', _log));
    }

    public void Dispose() => _probe.Dispose();

    private static NodePanel Draw(MergedReport merged, string nodeId)
    {
        try
        {
            return merged.Panel(Containers, nodeId);
        }
        catch (ScopePanicException e)
        {
            throw new ScopeViewException(e.Message, e);
        }
    }

    private async Task<IReadOnlyList<PluginAnswer>> SpyAsync()
    {
        _log.UnionWith(_probe.Scan().Warnings);
        var answers = await _probe.SpyAsync(TestContext.Current.CancellationToken);
        foreach (var answer in answers)
            _log.UnionWith(answer.Findings.Select(finding => $"{answer.PluginId}: {finding}"));
        return answers;
    }

    private string SocketPath(string plugin) => Path.Combine(pluginsDirectory, $"{plugin}.sock");

    /// <summary>Sends a plugin an order, as the probe does.</summary>
    private async Task<PluginResponse> OrderAsync(string plugin, string control, string nodeId)
    {
        var body = new JsonObject
        {
            ["AppID"] = "contract",
            ["NodeID"] = nodeId,
            ["Control"] = control,
            ["ControlArgs"] = null,
        }.ToJsonString();
        using var client = new PluginClient(SocketPath(plugin));
        await client.SendAsync(
            $"POST /control?api_version=1&probe_id={ProbeId} HTTP/1.1\r\n" +
            "Host: plugin\r\nUser-Agent: Go-http-client/1.1\r\nAccept-Encoding: gzip\r\n" +
            $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        return await client.ReceiveAsync();
    }

    private async Task<MergedReport> MergeAsync() =>
        ReportMerge.Merge(await OwnReportAsync(), [.. await SpyAsync(), .. _shortcuts], DateTime.UtcNow);

    /// <summary>The nodes that Scope's probe would make of Docker's containers; none while Docker does not answer.</summary>
    private async Task<ScopeReport> OwnReportAsync()
    {
        const string Format =
            """{"id":"{{.ID}}","command":{{json .Command}},"state":"{{.State}}","status":{{json .Status}}}""";
        var listed = await Command.RunAsync(
            "docker", ["--host", dockerHost, "ps", "--all", "--no-trunc", "--format", Format]);
        var containers = listed.ExitCode == 0 ? listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
        return new ScopeReport
        {
            Topologies = new Dictionary<string, ReportedTopology>
            {
                [Containers] = new()
                {
                    Nodes = containers.Select(line => Node(JsonNode.Parse(line)!)).ToDictionary(node => node.Id),
                    MetadataTemplates = Templates.ToDictionary(template => template.Id),
                    Controls = ControlsByState.Values.SelectMany(controls => controls).Distinct()
                        .Select((control, rank) => new Control(ControlId(control), control, "", rank))
                        .ToDictionary(control => control.Id),
                },
                [Hosts] = new()
                {
                    Nodes = new Dictionary<string, ReportedNode> { [HostId] = Host() },
                    Controls = new Dictionary<string, Control> { [HostControl] = new(HostControl, "Exec shell", "", 0) },
                },
            },
        };
    }

    private static ReportedNode Host()
    {
        var now = DateTime.UtcNow;
        return new ReportedNode
        {
            Id = HostId,
            Latest = new Dictionary<string, LatestValue>
            {
                [ProbeOfControls] = new(now, ProbeId),
                [ReportedNode.ActiveControls] = new(now, HostControl),
            },
        };
    }

    private static ReportedNode Node(JsonNode container)
    {
        var now = DateTime.UtcNow;
        var id = container["id"]!.GetValue<string>();
        return new ReportedNode
        {
            Id = NodeId.OfContainer(id),
            Latest = new Dictionary<string, LatestValue>
            {
                ["docker_container_id"] = new(now, id),
                ["docker_container_command"] = new(now, container["command"]!.GetValue<string>().Trim('"')),
                ["docker_container_state_human"] = new(now, container["status"]!.GetValue<string>()),
                [ProbeOfControls] = new(now, ProbeId),
                [ReportedNode.ActiveControls] = new(
                    now,
                    string.Join(
                        ReportedNode.Delimiter,
                        ControlsByState.GetValueOrDefault(container["state"]!.GetValue<string>(), []).Select(ControlId))),
            },
        };
    }

    private static string ControlId(string control) => $"docker_{control}_container";
}
