using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Emission;

/// <summary>The parts of a report that are the same each time: what it says of the plugin, and its templates.</summary>
internal static class ReportJson
{
    /// <summary>The report's <c>Plugins</c>.</summary>
    public static string Plugins(PluginModel plugin) => JsonText.Array(JsonText.Object(
        ("id", JsonText.String(plugin.Id)),
        ("label", JsonText.String(plugin.Label)),
        ("description", JsonText.OptionalString(plugin.Description)),
        ("interfaces", JsonText.Array(JsonText.String("reporter"))),
        ("api_version", JsonText.String("1"))));

    /// <summary>A topology's <c>metadata_templates</c>.</summary>
    public static string MetadataTemplates(IEnumerable<MetadataModel> metadata) =>
        JsonText.Object([.. metadata.Select(static metadata => (metadata.Id, (string?)MetadataTemplate(metadata)))]);

    private static string MetadataTemplate(MetadataModel metadata) => JsonText.Object(
        ("id", JsonText.String(metadata.Id)),
        ("label", JsonText.String(metadata.Label)),
        ("dataType", JsonText.OptionalString(metadata.DataType)),
        ("priority", Number.Format(metadata.Priority)),
        ("from", JsonText.String("latest")));
}
