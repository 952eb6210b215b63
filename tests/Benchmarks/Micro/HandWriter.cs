using System.Globalization;
using System.Text.Json;
using VolumeCount.Report;

namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>Writes a report by hand with a <see cref="Utf8JsonWriter"/>, as one would without a generator.</summary>
internal static class HandWriter
{
    public static void Write(Utf8JsonWriter writer, VolumeCountReport report)
    {
        var time = report.Time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        writer.WriteStartObject();
        WritePlugin(writer);
        writer.WriteStartObject("Container"u8);
        writer.WriteStartObject("nodes"u8);
        foreach (var node in report.Containers)
            WriteNode(writer, node, time);
        writer.WriteEndObject();
        WriteTemplates(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePlugin(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("Plugins"u8);
        writer.WriteStartObject();
        writer.WriteString("id"u8, "volume-count"u8);
        writer.WriteString("label"u8, "Volume Counts"u8);
        writer.WriteString("description"u8, "Shows how many volumes each container has mounted"u8);
        writer.WriteStartArray("interfaces"u8);
        writer.WriteStringValue("reporter"u8);
        writer.WriteEndArray();
        writer.WriteString("api_version"u8, "1"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteNode(Utf8JsonWriter writer, ContainerNode node, string time)
    {
        writer.WriteStartObject($"{node.Id};<container>");
        writer.WriteStartObject("latest"u8);
        Write("volume_count", node.VolumeCount.ToString(CultureInfo.InvariantCulture));
        if (node.SharesVolumesWith is { } names)
            Write("shares_volumes_with", names);
        foreach (var (destination, description) in node.Volumes)
            Write($"volumes_{destination}", description);

        writer.WriteEndObject();
        writer.WriteEndObject();

        void Write(string key, string value)
        {
            writer.WriteStartObject(key);
            writer.WriteString("timestamp"u8, time);
            writer.WriteString("value"u8, value);
            writer.WriteEndObject();
        }
    }

    private static void WriteTemplates(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("metadata_templates"u8);
        writer.WriteStartObject("volume_count"u8);
        writer.WriteString("id"u8, "volume_count"u8);
        writer.WriteString("label"u8, "# Volumes"u8);
        writer.WriteString("dataType"u8, "number"u8);
        writer.WriteNumber("priority"u8, 0.1);
        writer.WriteString("from"u8, "latest"u8);
        writer.WriteEndObject();
        writer.WriteStartObject("shares_volumes_with"u8);
        writer.WriteString("id"u8, "shares_volumes_with"u8);
        writer.WriteString("label"u8, "Shares volumes with"u8);
        writer.WriteNumber("priority"u8, 0.15);
        writer.WriteString("from"u8, "latest"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();

        writer.WriteStartObject("table_templates"u8);
        writer.WriteStartObject("volumes"u8);
        writer.WriteString("id"u8, "volumes"u8);
        writer.WriteString("label"u8, "Volumes"u8);
        writer.WriteString("prefix"u8, "volumes_"u8);
        writer.WriteString("type"u8, "property-list"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
