using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Symbols;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Metadata;

/// <summary>Parses the properties marked <c>[Metadata]</c>.</summary>
internal sealed class MetadataParser(SymbolReader symbols, TemplateReader templates, ValueReader values)
{
    public MetadataModel Parse(AttributedProperty property, string topology)
    {
        var id = templates.Id(property);
        var isHidden = property.Attribute.Get<bool>("Hidden");
        var value = values.Read(property);
        var from = ParseSource(property, value);

        // Scope takes a node that counts nodes of its own topology for a group of them, which has no rows.
        if (from is "counters" && ReservedKeys.IsReservedCounter(id))
        {
            symbols.Report(
                DiagnosticDescriptors.KeyReserved, property.Attribute.LocationOf("Id"), property.Name, id, topology);
        }

        var metadata = new MetadataModel(
            property.Name,
            id,
            templates.Label(property),
            templates.Priority(property, canHide: !isHidden),
            ParseTruncate(property),
            values.DataType(property, value, from),
            from,
            isHidden,
            value);
        var reserved = metadata.Keys.FirstOrDefault(key =>
            isHidden ? ReservedKeys.IsReservedValue(topology, key) : ReservedKeys.IsReservedTemplate(topology, key));
        var checkedId = reserved ?? id;
        templates.CheckReserved(
            property, checkedId, topology, reserved is not null, ReservedKeys.IsSharedKey(topology, checkedId));

        return metadata;
    }

    private string ParseSource(AttributedProperty property, ValueModel value)
    {
        var member = templates.Member(property, "From");
        var fits = member switch
        {
            "Latest" => value.Kind is not ValueKind.Texts,
            "Sets" => value.Kind is ValueKind.Texts,
            "Counters" => value.Kind is ValueKind.Integer,
            _ => true,
        };
        if (!fits && ValueParser.Parse(property.Type) is not null)
        {
            symbols.Report(
                DiagnosticDescriptors.SourceRefused,
                property.Attribute.LocationOf("From"),
                property.Name,
                SymbolReader.Display(property.Type),
                member!.ToLowerInvariant());
        }

        return member switch
        {
            "Counters" => "counters",
            _ => value.Kind is ValueKind.Texts ? "sets" : "latest",
        };
    }

    private int ParseTruncate(AttributedProperty property)
    {
        var truncate = property.Attribute.Get<int>("Truncate");
        if (truncate < 0)
        {
            symbols.Report(
                DiagnosticDescriptors.TruncateNegative,
                property.Attribute.LocationOf("Truncate"),
                property.Name,
                JsonText.Number(truncate));
        }

        return truncate;
    }
}
