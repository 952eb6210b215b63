using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using VolumeCount.Report;

namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>A report in the shape of its JSON, for a serializer.</summary>
internal sealed record ReportDto(
    [property: JsonPropertyName("Plugins")] JsonElement Plugins,
    [property: JsonPropertyName("Container")] TopologyDto Container)
{
    /// <summary>The same report, with the parts that never change taken from its JSON.</summary>
    public static ReportDto From(VolumeCountReport report, JsonElement json)
    {
        var time = report.Time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var container = json.GetProperty(nameof(Container));
        return new(json.GetProperty(nameof(Plugins)), new(
            report.Containers.ToDictionary(node => $"{node.Id};<container>", node => new NodeDto(Latest(node, time))),
            container.GetProperty("metadata_templates"),
            container.GetProperty("table_templates")));
    }

    private static Dictionary<string, LatestDto> Latest(ContainerNode node, string time)
    {
        var latest = new Dictionary<string, LatestDto>
        {
            ["volume_count"] = new(time, node.VolumeCount.ToString(CultureInfo.InvariantCulture)),
        };
        if (node.SharesVolumesWith is { } names)
            latest["shares_volumes_with"] = new(time, names);
        foreach (var (destination, description) in node.Volumes)
            latest[$"volumes_{destination}"] = new(time, description);

        return latest;
    }
}
