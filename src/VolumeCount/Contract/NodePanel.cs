using System.Globalization;
using VolumeCount.Contract.Model;

namespace VolumeCount.Contract;

/// <summary>
/// The panel that opens in Scope when a person clicks a node (Scope 1.13.2: report/metadata_template.go, table.go,
/// render/detailed/node.go, and the page's node-details-info.js).
/// </summary>
/// <param name="Rows">The rows, from top to bottom. Of two with the same priority, Scope puts either first.</param>
/// <param name="Tables">The tables that have rows, from top to bottom.</param>
/// <param name="Controls">The buttons, from left to right.</param>
internal sealed record NodePanel(
    IReadOnlyList<PanelRow> Rows, IReadOnlyList<PanelTable> Tables, IReadOnlyList<Control> Controls)
{
    private const string ProbeOfControls = "control_probe_id";
    private const double HiddenFrom = 10;

    /// <summary>Draws a node's panel.</summary>
    /// <exception cref="ScopePanicException">Scope's app panics when it draws this.</exception>
    public static NodePanel Draw(ReportedTopology topology, ReportedNode node)
    {
        var rows =
            from template in topology.MetadataTemplates.Values
            orderby template.Priority, template.Id
            let value = Value(template, node)
            where value is not null
            select new PanelRow(template.Id, template.Label, value, IsHidden(template.Priority));
        var tables =
            from template in topology.TableTemplates.Values.OrderBy(template => template.Id, CodePointOrder.Instance)
            let cells = template.Type == TableTemplate.Multicolumn ? Cells(template, node) : Properties(template, node)
            where cells.Count > 0
            select new PanelTable(template.Id, template.Label, [.. cells.Values]);
        var controls =
            from id in node.Latest.ContainsKey(ProbeOfControls) ? node.Controls : []
            where topology.Controls.ContainsKey(id)
            orderby topology.Controls[id].Rank
            select topology.Controls[id];
        return new NodePanel([.. rows], [.. tables], [.. controls]);
    }

    /// <summary>The page hides what is not less than 10, and so also 0, which the app leaves out.</summary>
    private static bool IsHidden(double priority) => priority is 0 or >= HiddenFrom;

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
            var parts = key[template.Prefix.Length..].Split(TableTemplate.Separator);
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
