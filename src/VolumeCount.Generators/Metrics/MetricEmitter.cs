using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Values;

namespace VolumeCount.Generators.Metrics;

/// <summary>Emits the statements that write the properties marked <c>[Metric]</c>, and their templates.</summary>
internal static class MetricEmitter
{
    /// <summary>The statement that writes a metric.</summary>
    public static string Statement(MetricModel metric)
    {
        var value = CSharp.Member("node", metric.PropertyName);
        var method = metric.Value?.Kind switch
        {
            null => "MetricSamples",
            ValueKind.Single => "SingleMetric",
            _ => "Metric",
        };
        var cast = metric.Value?.Kind is ValueKind.Decimal ? "(double?)" : "";

        return $"writer.{method}({CSharp.NameLiteral(metric.Id)}, {cast}{value}, "
            + $"min: {End(metric.Min)}, max: {End(metric.Max)});";

        static string End(double? end) => end is null ? "null" : JsonText.Number(end.Value);
    }

    /// <summary>The templates, as JSON; null without templates.</summary>
    public static string? Templates(IEnumerable<MetricModel> metrics) =>
        JsonText.OptionalObject(metrics.Select(static metric => (metric.Id, JsonText.Object(
            ("id", JsonText.String(metric.Id)),
            ("label", JsonText.String(metric.Label)),
            ("format", JsonText.OptionalString(metric.Format)),
            ("group", JsonText.OptionalString(metric.Group)),
            ("priority", JsonText.Number(metric.Priority))))));
}
