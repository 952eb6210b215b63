using System.Globalization;
using System.Text.Json;
using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>
/// Decodes nodes (Scope 1.13.2: report/node.go, backcompat.go, latest_map_generated.go, metrics.go). The timestamp of
/// counters is now.
/// </summary>
internal sealed class NodeDecoder(JsonCursor cursor, DateTime now)
{
    public ReportedNode Node(JsonElement element) => cursor.Read(element, fields =>
    {
        var latest = fields.Map("latest", Latest);
        var controls = fields.Map("latestControls", Control);
        if (controls.Count > 0)
            latest[ReportedNode.ActiveControls] = Active(controls);
        foreach (var (key, count) in fields.Map("counters", cursor.IntegerNotNull))
            Count(latest, ReportedNode.CounterPrefix + key, count);

        // Children are not checked, but must decode.
        fields.List("children", Node);
        return new ReportedNode
        {
            Id = fields.Text("id"),
            Topology = fields.Text("topology"),
            Latest = latest,
            Sets = fields.Map("sets", cursor.Texts),
            Metrics = fields.Map("metrics", Metric),
            Parents = fields.Map("parents", cursor.Texts),
            Adjacency = fields.Texts("adjacency"),
        };
    });

    private static LatestValue Active(Dictionary<string, (DateTime Timestamp, bool Dead)> controls)
    {
        var alive = controls.Where(control => !control.Value.Dead).ToList();
        return new LatestValue(
            alive.Select(control => control.Value.Timestamp).DefaultIfEmpty().Max(),
            string.Join(ReportedNode.Delimiter, alive.Select(control => control.Key)));
    }

    private void Count(Dictionary<string, LatestValue> latest, string key, long count)
    {
        if (latest.TryGetValue(key, out var before) &&
            long.TryParse(before.Value, CultureInfo.InvariantCulture, out var number))
        {
            count += number;
        }

        latest[key] = new LatestValue(now, count.ToString(CultureInfo.InvariantCulture));
    }

    private LatestValue Latest(JsonElement element) =>
        cursor.Read(element, fields => new LatestValue(fields.Timestamp("timestamp"), fields.Text("value")));

    private Metric Metric(JsonElement element) => cursor.Read(
        element, fields => new Metric(fields.List("samples", Sample), fields.Number("min"), fields.Number("max")));

    private MetricSample Sample(JsonElement element) =>
        cursor.Read(element, fields => new MetricSample(fields.Timestamp("date"), fields.Number("value")));

    private (DateTime Timestamp, bool Dead) Control(JsonElement element) =>
        cursor.Read(element, fields => (fields.Timestamp("timestamp"), fields.Take("value", IsDead)));

    private bool IsDead(JsonElement element) => cursor.Read(element, fields => fields.Flag("dead"));
}
