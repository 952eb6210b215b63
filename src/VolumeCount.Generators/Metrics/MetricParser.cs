using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Symbols;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Metrics;

/// <summary>Parses the properties marked <c>[Metric]</c>.</summary>
internal sealed class MetricParser(SymbolReader symbols, TemplateReader templates)
{
    public MetricModel Parse(AttributedProperty property, string topology)
    {
        var id = templates.Id(property);
        templates.CheckReserved(
            property, id, topology, ReservedKeys.IsReservedTemplate(topology, id), ReservedKeys.IsSharedKey(topology, id));

        var (min, max) = ParseRange(property);

        return new(
            property.Name,
            id,
            templates.Label(property),
            templates.Member(property, "Format") switch
            {
                "Percent" => "percent",
                "FileSize" => "filesize",
                "WholeNumber" => "integer",
                _ => "",
            },
            property.Attribute.Get<string>("Group") ?? "",
            templates.Priority(property, canHide: false),
            min,
            max,
            ParseValue(property));
    }

    private ValueModel? ParseValue(AttributedProperty property)
    {
        var type = property.Type;
        if (ValueParser.ParseCollection(type, out var element) is not null
            && SymbolReader.FullName(element) is AttributeNames.MetricSample)
        {
            return null;
        }

        var value = ValueParser.Parse(type);
        if (value is { IsNumber: true })
            return value;

        symbols.ReportType(
            DiagnosticDescriptors.MetricType,
            property,
            ValueParser.NumberFixOf(type) ?? "Use a number or a collection of MetricSample");
        return new(ValueKind.Real, IsNullableStruct: false);
    }

    private (double? Min, double? Max) ParseRange(AttributedProperty property)
    {
        var min = ParseEnd(property, "Min");
        var max = ParseEnd(property, "Max");
        if (min > max)
        {
            symbols.Report(
                DiagnosticDescriptors.MetricRange,
                property.Attribute.LocationOf("Min"),
                property.Name,
                JsonText.Number(min.Value),
                JsonText.Number(max.Value));
        }

        return (min, max);
    }

    private double? ParseEnd(AttributedProperty property, string argument)
    {
        var end = property.Attribute.Get<double?>(argument);
        if (end is not (double.NaN or double.PositiveInfinity or double.NegativeInfinity))
            return end;

        symbols.Report(
            DiagnosticDescriptors.MetricEnd,
            property.Attribute.LocationOf(argument),
            argument, property.Name, JsonText.Number(end.Value));
        return null;
    }
}
