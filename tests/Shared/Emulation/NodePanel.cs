using System.Globalization;
using VolumeCount.Scope.Contract.Model;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Tests.Emulation;

/// <summary>
/// The panel that opens in Scope when a person clicks a node (Scope 1.13.2: report/metadata_template.go, metric_template.go,
/// table.go, render/detailed/node.go, summary.go, parents.go, and the page's node-details-info.js).
/// </summary>
/// <param name="Parents">The nodes that it links to, from left to right.</param>
/// <param name="Graphs">The graphs, from left to right. Of two with the same priority, Scope puts either first.</param>
/// <param name="Rows">The rows, from top to bottom. Of two with the same priority, Scope puts either first.</param>
/// <param name="Tables">The tables that have rows, from top to bottom.</param>
/// <param name="Controls">The buttons, from left to right.</param>
internal sealed record NodePanel(
    IReadOnlyList<PanelParent> Parents,
    IReadOnlyList<PanelGraph> Graphs,
    IReadOnlyList<PanelRow> Rows,
    IReadOnlyList<PanelTable> Tables,
    IReadOnlyList<Control> Controls)
{
    private const string ProbeOfControls = "control_probe_id";
    private const double HiddenFrom = 10;

    // The topologies of which a panel links to nodes, in its order. It leaves parents in others out.
    private static readonly string[] ParentTopologies =
    [
        "container", "container_image", "pod", "deployment", "daemon_set", "stateful_set", "cron_job", "service", "ecs_task",
        "ecs_service", "swarm_service", "host",
    ];

    /// <summary>Draws a node's panel.</summary>
    /// <exception cref="ScopePanicException">Scope's app panics when it draws this.</exception>
    public static NodePanel Draw(ReportedTopology topology, ReportedNode node)
    {
        var parents =
            from name in ParentTopologies
            from id in node.Parents.GetValueOrDefault(name, [])
            where (name, id) != (node.Topology, node.Id)
            select new PanelParent(name, id);
        var controls =
            from id in node.Latest.ContainsKey(ProbeOfControls) ? node.Controls : []
            where topology.Controls.ContainsKey(id)
            orderby topology.Controls[id].Rank
            select topology.Controls[id];
        // What counts nodes of its own topology is a group of them to the app, and shows nothing of its own.
        if (node.Latest.ContainsKey(ReportedNode.CounterPrefix + node.Topology))
            return new NodePanel([.. parents], [], [], [], [.. controls]);

        var graphs =
            from template in topology.MetricTemplates.Values
            orderby template.Priority, template.Id
            where node.Metrics.ContainsKey(template.Id)
            let metric = node.Metrics[template.Id]
            select new PanelGraph(template.Id, template.Label, template.Format, Last(metric), metric.Min, metric.Max);
        var rows =
            from template in topology.MetadataTemplates.Values
            orderby template.Priority, template.Id
            let value = Value(template, node)
            where value is not null
            select new PanelRow(template.Id, template.Label, value, IsHidden(template.Priority));
        var tables =
            from template in topology.TableTemplates.Values.OrderBy(template => template.Id, CodePointOrder.Instance)
            let cells = template.Type == TableFormat.Multicolumn ? Cells(template, node) : Properties(template, node)
            where cells.Count > 0
            select new PanelTable(template.Id, template.Label, template.Columns, [.. cells.Values]);
        return new NodePanel([.. parents], [.. graphs], [.. rows], [.. tables], [.. controls]);
    }

    /// <summary>The page hides what is not less than 10, and so also 0, which the app leaves out.</summary>
    private static bool IsHidden(double priority) => priority is 0 or >= HiddenFrom;

    /// <summary>The number beside a graph: the last sample, cut off after two decimals.</summary>
    private static double Last(Metric metric) =>
        metric.Samples.Count > 0 ? Math.Truncate(metric.Samples[^1].Value * 100) / 100 : 0;

    private static string? Value(MetadataTemplate template, ReportedNode node) => template.From switch
    {
        "latest" => Latest(template.Id, node),
        "sets" => Set(template.Id, node),
        "counters" => Counter(template.Id, node),
        _ => Latest(template.Id, node) ?? Set(template.Id, node) ?? Counter(template.Id, node),
    };

    private static string? Latest(string key, ReportedNode node) =>
        node.Latest.TryGetValue(key, out var latest) ? latest.Value : null;

    private static string? Set(string key, ReportedNode node) =>
        node.Sets.TryGetValue(key, out var set) ? string.Join(", ", set) : null;

    private static string? Counter(string key, ReportedNode node)
    {
        if (Latest(ReportedNode.CounterPrefix + key, node) is not { } count)
            return null;
        return long.TryParse(count, CultureInfo.InvariantCulture, out _) ? count : "0";
    }

    /// <summary>The rows of a table with several columns, by their ids.</summary>
    private static SortedDictionary<string, Dictionary<string, string>> Cells(TableTemplate template, ReportedNode node)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(CodePointOrder.Instance);
        foreach (var (key, latest) in node.Latest.Where(latest => template.Has(latest.Key)))
        {
            var parts = key[template.Prefix.Length..].Split(TableFormat.Separator);
            if (parts.Length < 2)
                throw new ScopePanicException("runtime error: index out of range [1] with length 1");
            if (!rows.TryGetValue(parts[0], out var row))
                rows.Add(parts[0], row = []);
            row[parts[1]] = latest.Value;
        }

        return rows;
    }

    /// <summary>The rows of a property list, by their labels.</summary>
    private static SortedDictionary<string, Dictionary<string, string>> Properties(TableTemplate template, ReportedNode node)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(CodePointOrder.Instance);
        foreach (var (key, latest) in node.Latest)
        {
            var ownLabel = template.Has(key) ? key[template.Prefix.Length..] : null;
            var label = template.FixedRows.GetValueOrDefault(key) ?? ownLabel;
            if (label is not null)
                rows[label] = new Dictionary<string, string> { ["label"] = label, ["value"] = latest.Value };
        }

        return rows;
    }
}
