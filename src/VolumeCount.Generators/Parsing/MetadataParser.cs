using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

/// <summary>Parses the properties marked <c>[Metadata]</c>.</summary>
/// <param name="symbols">Reads the symbols, and keeps what is wrong with them.</param>
/// <param name="templates">Reads what all templates have.</param>
internal sealed class MetadataParser(SymbolReader symbols, TemplateReader templates)
{
    /// <summary>Parses one of the properties.</summary>
    public MetadataModel Parse(Mark mark, string topology)
    {
        var id = templates.Id(mark);
        mark.Attribute.TryGet<bool>("Hidden", out var isHidden);

        var value = ParseValue(mark);
        var from = ParseSource(mark, value);

        // Scope takes a node that counts nodes of its own topology for a group of them, which has no rows.
        if (from is "counters" && ScopeTopologies.IsParentsName(id))
            symbols.Report(DiagnosticDescriptors.KeyReserved, mark.Attribute.LocationOf("Id"), mark.Name, id, topology);

        var metadata = new MetadataModel(
            mark.Name,
            id,
            templates.Label(mark),
            templates.Priority(mark, canHide: !isHidden),
            ParseTruncate(mark),
            ParseDataType(mark, value, from),
            from,
            isHidden,
            value);
        if (metadata.Keys.FirstOrDefault(key => ScopeKeys.IsReserved(topology, key, isHidden)) is { } reserved)
            symbols.Report(DiagnosticDescriptors.KeyReserved, mark.Attribute.LocationOf("Id"), mark.Name, reserved, topology);

        return metadata;
    }

    /// <summary>How Scope draws the value: as the attribute says, or as its type does.</summary>
    public string ParseDataType(Mark mark, ValueModel value, string from = "latest")
    {
        var member = templates.Member(mark, "DataType");
        if (member is "Link" && (!value.CanBeLink || from is not "latest"))
        {
            symbols.Report(
                DiagnosticDescriptors.DataTypeRefused,
                mark.Attribute.LocationOf("DataType"),
                mark.Name,
                SymbolReader.Display(mark.Property.Type));
        }

        return member switch
        {
            null or "FromType" => value.DataType,
            "Text" => "",
            _ => member.ToLowerInvariant(),
        };
    }

    /// <summary>What the property is.</summary>
    public ValueModel ParseValue(Mark mark, bool canBeCollection = true)
    {
        var value = ValueParser.Parse(mark.Property.Type);
        if (value is not null && (canBeCollection || value.Kind is not ValueKind.Texts))
            return value;

        if (!symbols.IsLeftToCompiler(mark.Property.Type))
        {
            symbols.Report(
                DiagnosticDescriptors.ValueType, mark.Location, mark.Name, SymbolReader.Display(mark.Property.Type));
        }

        return new(ValueKind.Unknown, IsNullableStruct: false);
    }

    private string ParseSource(Mark mark, ValueModel value)
    {
        var member = templates.Member(mark, "From");
        var fits = member switch
        {
            "Latest" => value.Kind is not ValueKind.Texts,
            "Sets" => value.Kind is ValueKind.Texts,
            "Counters" => value.Kind is ValueKind.Integer,
            _ => true,
        };
        if (!fits && ValueParser.Parse(mark.Property.Type) is not null)
        {
            symbols.Report(
                DiagnosticDescriptors.SourceRefused,
                mark.Attribute.LocationOf("From"),
                mark.Name,
                SymbolReader.Display(mark.Property.Type),
                member!.ToLowerInvariant());
        }

        return member switch
        {
            "Counters" => "counters",
            _ => value.Kind is ValueKind.Texts ? "sets" : "latest",
        };
    }

    private int ParseTruncate(Mark mark)
    {
        mark.Attribute.TryGet<int>("Truncate", out var truncate);
        if (truncate < 0)
        {
            symbols.Report(
                DiagnosticDescriptors.TruncateNegative,
                mark.Attribute.LocationOf("Truncate"),
                mark.Name,
                Number.Format(truncate));
        }

        return truncate;
    }
}
