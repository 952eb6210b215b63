using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Symbols;

namespace VolumeCount.Generators.Values;

/// <summary>Reads the values of properties, and how Scope draws them.</summary>
internal sealed class ValueReader(SymbolReader symbols, TemplateReader templates)
{
    /// <summary>The value of <paramref name="property"/>; an unsupported one is reported.</summary>
    public ValueModel Read(AttributedProperty property, bool canBeCollection = true)
    {
        var value = ValueParser.Parse(property.Type);
        if (value is not null && (canBeCollection || value.Kind is not ValueKind.Texts))
            return value;

        symbols.ReportType(DiagnosticDescriptors.ValueType, property, ValueParser.FixOf(property.Type));
        return new(ValueKind.Unknown, IsNullableStruct: false);
    }

    /// <summary>How Scope draws the value: by the attribute, or else by the value's type.</summary>
    public string DataType(AttributedProperty property, ValueModel value, string from = "latest")
    {
        var member = templates.Member(property, "DataType");
        if (member is "Link" && (!value.CanBeLink || from is not "latest"))
        {
            symbols.Report(
                DiagnosticDescriptors.DataTypeRefused,
                property.Attribute.LocationOf("DataType"),
                property.Name,
                SymbolReader.Display(property.Type));
        }

        return member switch
        {
            null or "FromType" => value.DataType,
            "Text" => "",
            _ => member.ToLowerInvariant(),
        };
    }
}
