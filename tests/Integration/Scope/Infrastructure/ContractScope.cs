using System.Text.Json.Nodes;
using VolumeCount.Contract;
using VolumeCount.Contract.Model;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>
/// The stand-in for a real Scope: our own probe, which keeps to the contract, over containers that the <c>docker</c> command
/// line lists. Each look at it scans and asks the plugins anew, and it forgets at once.
/// </summary>
internal sealed class ContractScope(string pluginsDirectory, string dockerHost) : IScope, IDisposable
{
    private const string Containers = "Container";

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

    private readonly ContractProbe _probe = new(pluginsDirectory, TimeProvider.System);
    private readonly SortedSet<string> _log = [];
    private readonly Dictionary<string, string> _labels = [];

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
            [.. panel.Rows.Select(row => new PanelRow(row.Id, row.Label, row.Value))],
            [.. panel.Controls.Select(control => control.Id).Order(StringComparer.Ordinal)]);
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

    private async Task<MergedReport> MergeAsync() =>
        ReportMerge.Merge(await OwnReportAsync(), await SpyAsync(), DateTime.UtcNow);

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
                ["control_probe_id"] = new(now, "contract"),
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
