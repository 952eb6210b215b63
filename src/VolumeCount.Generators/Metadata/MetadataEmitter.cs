using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Values;

namespace VolumeCount.Generators.Metadata;

/// <summary>Emits the statements that write the properties marked <c>[Metadata]</c>, and their templates.</summary>
internal static class MetadataEmitter
{
    /// <summary>The statements for the properties in the section <paramref name="from"/> of a node.</summary>
    public static IEnumerable<string> Statements(IEnumerable<MetadataModel> all, string from) =>
        all.Where(metadata => metadata.From == from).Select(static metadata => metadata.From switch
        {
            "sets" => Call("Set", metadata),
            "counters" => Call("Counter", metadata),
            _ when metadata.IsLink => ValueEmitter.Link(
                $"{CSharp.NameLiteral(metadata.Id)}, {CSharp.NameLiteral(metadata.TextId)}",
                CSharp.Member("node", metadata.PropertyName)),
            _ => ValueEmitter.Latest(
                CSharp.NameLiteral(metadata.Id), metadata.Value, CSharp.Member("node", metadata.PropertyName)),
        });

    /// <summary>The templates, as JSON; null without templates.</summary>
    public static string? Templates(IEnumerable<MetadataModel> all) => JsonText.OptionalObject(
        all.Where(static metadata => !metadata.IsHidden).SelectMany(
            static metadata => metadata.Keys.Select(id => (id, Template(metadata, id)))));

    private static string Call(string method, MetadataModel metadata) =>
        $"writer.{method}({CSharp.NameLiteral(metadata.Id)}, {CSharp.Member("node", metadata.PropertyName)});";

    private static string Template(MetadataModel metadata, string id) => JsonText.Object(
        ("id", JsonText.String(id)),
        ("label", JsonText.String(metadata.Label)),
        ("dataType", id == metadata.Id ? JsonText.OptionalString(metadata.DataType) : null),
        ("priority", JsonText.Number(metadata.Priority)),
        ("truncate", metadata.Truncate == 0 ? null : JsonText.Number(metadata.Truncate)),
        ("from", JsonText.String(metadata.From)));
}
