using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Contract.Model;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Tests.Emulation;

/// <summary>
/// Merges reports as Scope's probe does (Scope 1.13.2: probe/probe.go, topology_tagger.go, plugins/registry.go,
/// report/topology.go).
/// </summary>
internal static class ReportMerge
{
    /// <summary>Merges what plugins report into what the probe knows by itself.</summary>
    /// <param name="own">The probe's own report, with the nodes that it found, their templates and controls.</param>
    /// <param name="answers">What the plugins said. The ones in error add nothing.</param>
    /// <param name="now">The time in UTC, which becomes that of controllers' controls.</param>
    /// <exception cref="ScopePanicException">Scope's probe panics over these reports.</exception>
    public static MergedReport Merge(ScopeReport own, IEnumerable<PluginAnswer> answers, DateTime now)
    {
        var topologies = new Dictionary<string, ReportedTopology>();
        foreach (var (name, topology) in own.Topologies)
        {
            var nodes = topology.Nodes.ToDictionary(node => node.Key, node => node.Value with { Id = node.Key });
            topologies[name] = topology with { Nodes = nodes };
        }

        foreach (var report in answers.Select(answer => answer.Report).OfType<ScopeReport>())
        {
            var plugin = report.Plugins[0];
            foreach (var (name, topology) in report.Topologies)
            {
                var reported = plugin.Implements("controller") ? OfController(plugin.Id, topology, now) : topology;
                topologies[name] = topologies.TryGetValue(name, out var known) ? Merge(known, reported) : reported;
            }
        }

        var tagged = topologies.ToDictionary(
            topology => topology.Key, topology => Tag(TopologyFormats.ByName[topology.Key].NodeName, topology.Value));
        var ghosts =
            from topology in tagged
            from id in topology.Value.Nodes.Keys
            where !own.Topology(topology.Key).Nodes.ContainsKey(id)
            select new GhostNode(topology.Key, id);
        return new MergedReport(tagged, [.. ghosts]);
    }

    /// <summary>
    /// Of two entries with the same id, keeps the picked one. That of the larger map is asked about first.
    /// </summary>
    internal static Dictionary<string, T> Merge<T>(
        IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right, Func<T, T, T> pick)
    {
        var (larger, smaller) = right.Count > left.Count ? (right, left) : (left, right);
        var merged = new Dictionary<string, T>(larger);
        foreach (var (id, entry) in smaller)
            merged[id] = merged.TryGetValue(id, out var existing) ? pick(existing, entry) : entry;
        return merged;
    }

    private static ReportedTopology Merge(ReportedTopology known, ReportedTopology reported)
    {
        var nodes = new Dictionary<string, ReportedNode>(known.Nodes);
        foreach (var (id, node) in reported.Nodes)
            nodes[id] = nodes.TryGetValue(id, out var existing) ? NodeMerge.Merge(node, existing) : node;

        return new ReportedTopology
        {
            Nodes = nodes,
            MetadataTemplates = Merge(
                known.MetadataTemplates, reported.MetadataTemplates, (a, b) => a.Priority < b.Priority ? b : a),
            MetricTemplates = Merge(
                known.MetricTemplates, reported.MetricTemplates, (a, b) => a.Priority < b.Priority ? b : a),
            TableTemplates = Merge(known.TableTemplates, reported.TableTemplates, Merge),
            Controls = Merge(known.Controls, reported.Controls, (_, b) => b),
        };
    }

    private static TableTemplate Merge(TableTemplate a, TableTemplate b)
    {
        return new TableTemplate(
            Max(a.Id, b.Id),
            Max(a.Label, b.Label),
            Max(a.Prefix, b.Prefix),
            Max(a.Type, b.Type),
            a.Columns.Count > b.Columns.Count ? a.Columns : b.Columns,
            a.FixedRows.Count > b.FixedRows.Count ? a.FixedRows : b.FixedRows);

        static string Max(string a, string b) => CodePointOrder.Compare(a, b) > 0 ? a : b;
    }

    /// <summary>
    /// A controller's controls get the plugin's id before their own, and all of its nodes have these controls from now on,
    /// and none of Scope's own.
    /// </summary>
    private static ReportedTopology OfController(string pluginId, ReportedTopology topology, DateTime now)
    {
        return topology with
        {
            Controls = topology.Controls.Values
                .Select(control => control with { Id = Global(control.Id) })
                .GroupBy(control => control.Id)
                .ToDictionary(group => group.Key, group => group.Last()),
            Nodes = topology.Nodes.ToDictionary(
                node => node.Key, node => node.Value with { Id = node.Key, Latest = WithControls(node.Value) }),
        };

        Dictionary<string, LatestValue> WithControls(ReportedNode node) => new(node.Latest)
        {
            [ReportedNode.ActiveControls] = new(now, string.Join(ReportedNode.Delimiter, node.Controls.Select(Renamed))),
        };

        string Global(string id) => $"{pluginId}~{id}";

        string Renamed(string id) => topology.Controls.ContainsKey(id) ? Global(id) : id;
    }

    /// <summary>Puts each node under its <c>id</c>, so that a ghost without one is there again under an empty key.</summary>
    private static ReportedTopology Tag(string name, ReportedTopology topology)
    {
        var nodes = new Dictionary<string, ReportedNode>(topology.Nodes);
        foreach (var node in topology.Nodes.Values)
            nodes[node.Id] = node with { Topology = name };
        return topology with { Nodes = nodes };
    }
}
