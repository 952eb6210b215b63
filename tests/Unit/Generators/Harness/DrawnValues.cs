using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>
/// Holds a report to what the contract leaves open, as Scope takes and draws anything: values are what their templates say,
/// and where these say.
/// </summary>
internal static class DrawnValues
{
    private static readonly string[] Sections = ["latest", "sets", "counters"];

    /// <summary>Fails unless everything in the report fits its template.</summary>
    public static void AssertFitTheirTemplates(ReadOnlySpan<byte> report)
    {
        foreach (var (name, topology) in JsonNode.Parse(report)!.AsObject().Where(static member => member.Key != "Plugins"))
        {
            foreach (var (id, node) in Members(topology, "nodes"))
                AssertFits($"{name} {id}", node!, topology!);
        }
    }

    private static void AssertFits(string place, JsonNode node, JsonNode topology)
    {
        foreach (var (key, template) in Members(topology, "metadata_templates"))
        {
            var from = Text(template, "from");
            Assert.All(
                Sections,
                section => Assert.True(section == from || node[section]?[key] is null, $"{place}: {key} is in {section}"));
            if (node["latest"]?[key] is { } value)
                AssertIs(Text(template, "dataType"), Text(value, "value"), $"{place}: {key}");
        }

        foreach (var (_, table) in Members(topology, "table_templates"))
        {
            AssertHasNoMissingCell(node, table!, place);
            foreach (var column in table!["columns"]?.AsArray() ?? [])
            {
                var cells = Members(node, "latest").Where(latest =>
                    latest.Key.StartsWith(Text(table, "prefix"), StringComparison.Ordinal)
                    && latest.Key.EndsWith("___" + Text(column, "id"), StringComparison.Ordinal));
                foreach (var (key, value) in cells.Where(static cell => Text(cell.Value, "value").Length > 0))
                    AssertIs(Text(column, "dataType"), Text(value, "value"), $"{place}: {key}");
            }
        }

        foreach (var (key, metric) in Members(node, "metrics"))
        {
            Assert.NotNull(topology["metric_templates"]?[key]);
            Assert.True(
                metric!["min"]!.GetValue<double>() <= metric["max"]!.GetValue<double>(), $"{place}: {key} has no range");
        }

        Assert.All(Members(node, "latestControls"), control => Assert.NotNull(topology["controls"]?[control.Key]));
    }

    // Scope's search reads each cell of a row, and its page goes blank over one that is missing.
    private static void AssertHasNoMissingCell(JsonNode node, JsonNode table, string place)
    {
        if (Text(table, "type") != "multicolumn-table")
            return;

        var prefix = Text(table, "prefix");
        string[] columns =
            [.. table["columns"]!.AsArray().Select(static column => Text(column, "id")).Order(StringComparer.Ordinal)];
        var rows = Members(node, "latest")
            .Where(latest => latest.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(latest => latest.Key[prefix.Length..].Split("___"))
            .GroupBy(static key => key[0], static key => key[1], StringComparer.Ordinal);

        Assert.All(rows, row => Assert.True(
            columns.SequenceEqual(row.Order(StringComparer.Ordinal)),
            $"{place}: the row '{row.Key}' has only {string.Join(", ", row)}"));
    }

    private static void AssertIs(string dataType, string value, string place)
    {
        var isIt = dataType switch
        {
            "number" or "duration" => double.TryParse(
                value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number),
            "datetime" => DateTimeOffset.TryParseExact(
                value, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out _),
            "ip" => IPAddress.TryParse(value, out _),
            "link" => value.StartsWith("http", StringComparison.Ordinal),
            _ => true,
        };

        Assert.True(isIt, $"{place} is no {dataType}: {value}");
    }

    private static JsonObject Members(JsonNode? node, string name) => node?[name]?.AsObject() ?? [];

    private static string Text(JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";
}
