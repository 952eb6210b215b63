using System.Globalization;
using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Emission;

/// <summary>The parts of a report that are the same each time: what it says of the plugin, and its templates.</summary>
internal static class ReportJson
{
    /// <summary>The beginning of the report, up to its first topology.</summary>
    public static string Beginning(ReportModel report) => "{\"Plugins\":" + JsonText.Array(JsonText.Object(
        ("id", JsonText.String(report.Plugin.Id)),
        ("label", JsonText.String(report.Plugin.Label)),
        ("description", JsonText.OptionalString(report.Plugin.Description)),
        ("interfaces", Interfaces(report)),
        ("api_version", JsonText.String("1"))));

    /// <summary>The beginning of a topology, up to its first node.</summary>
    public static string Beginning(TopologyModel topology) => $",{JsonText.String(topology.Name)}:{{\"nodes\":{{";

    /// <summary>The end of a topology, from its last node on.</summary>
    public static string End(TopologyModel topology)
    {
        var node = topology.Node;
        var templates = JsonText.Object(
            ("metadata_templates", Templates(MetadataTemplates(node))),
            ("metric_templates", Templates(node.Metrics.Select(static metric => (metric.Id, Metric(metric))))),
            ("table_templates", Templates(node.Tables.Select(static table => (table.Id, Table(table))))),
            ("controls", Templates(node.Controls.Select(static control => (control.Id, Control(control))))));

        return node.HasTemplates ? "}," + templates.Substring(1) : "}}";
    }

    private static string Interfaces(ReportModel report) => report.Controls.Any()
        ? JsonText.Array(JsonText.String("reporter"), JsonText.String("controller"))
        : JsonText.Array(JsonText.String("reporter"));

    private static string? Templates(IEnumerable<(string Id, string Json)> templates) =>
        templates.Select(static template => (template.Id, (string?)template.Json)).ToArray() is { Length: > 0 } all
            ? JsonText.Object(all)
            : null;

    private static IEnumerable<(string Id, string Json)> MetadataTemplates(NodeModel node)
    {
        foreach (var metadata in node.Metadata.Where(static metadata => !metadata.IsHidden))
        {
            yield return (metadata.Id, Metadata(metadata, metadata.Id, metadata.DataType));
            if (metadata.IsLink)
                yield return (metadata.TextId, Metadata(metadata, metadata.TextId, ""));
        }
    }

    private static string Metadata(MetadataModel metadata, string id, string dataType) => JsonText.Object(
        ("id", JsonText.String(id)),
        ("label", JsonText.String(metadata.Label)),
        ("dataType", JsonText.OptionalString(dataType)),
        ("priority", Number.Format(metadata.Priority)),
        ("truncate", metadata.Truncate == 0 ? null : Number.Format(metadata.Truncate)),
        ("from", JsonText.String(metadata.From)));

    private static string Metric(MetricModel metric) => JsonText.Object(
        ("id", JsonText.String(metric.Id)),
        ("label", JsonText.String(metric.Label)),
        ("format", JsonText.OptionalString(metric.Format)),
        ("group", JsonText.OptionalString(metric.Group)),
        ("priority", Number.Format(metric.Priority)));

    private static string Table(TableModel table) => JsonText.Object(
        ("id", JsonText.String(table.Id)),
        ("label", JsonText.String(table.Label)),
        ("prefix", JsonText.String(table.Prefix)),
        ("type", JsonText.String(table.Type)),
        ("columns", table.Kind is TableKind.Multicolumn ? JsonText.Array([.. table.Columns.Select(Column)]) : null),
        ("fixedRows", table.Kind is TableKind.FixedRows
            ? JsonText.Object([.. table.Columns.Select(row => (table.Prefix + row.Id, (string?)JsonText.String(row.Label)))])
            : null));

    private static string Column(ColumnModel column) => JsonText.Object(
        ("id", JsonText.String(column.Id)),
        ("label", JsonText.String(column.Label)),
        ("dataType", JsonText.OptionalString(column.DataType)));

    private static string Control(ControlModel control) => JsonText.Object(
        ("id", JsonText.String(control.Id)),
        ("human", JsonText.String(control.Human)),
        ("icon", JsonText.OptionalString(control.Icon)),
        ("rank", control.Rank.ToString(CultureInfo.InvariantCulture)),
        ("confirmation", JsonText.OptionalString(control.Confirmation)));
}
