using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

/// <summary>Parses the properties marked <c>[Metric]</c>.</summary>
/// <param name="symbols">Reads the symbols, and keeps what is wrong with them.</param>
/// <param name="templates">Reads what all templates have.</param>
internal sealed class MetricParser(SymbolReader symbols, TemplateReader templates)
{
    /// <summary>Parses one of the properties.</summary>
    public MetricModel Parse(Mark mark, string topology)
    {
        var id = templates.Id(mark);
        if (ScopeKeys.IsReserved(topology, id))
            symbols.Report(DiagnosticDescriptors.KeyReserved, mark.Attribute.LocationOf("Id"), mark.Name, id, topology);

        var (min, max) = ParseRange(mark);

        return new(
            mark.Name,
            id,
            templates.Label(mark),
            templates.Member(mark, "Format") switch
            {
                "Percent" => "percent",
                "FileSize" => "filesize",
                "WholeNumber" => "integer",
                _ => "",
            },
            TemplateReader.Text(mark, "Group"),
            templates.Priority(mark, canHide: false),
            min,
            max,
            ParseValue(mark));
    }

    private ValueModel? ParseValue(Mark mark)
    {
        var type = mark.Property.Type;
        if (ValueParser.ParseCollection(type, out var element) is not null
            && SymbolReader.FullName(element) is AttributeNames.MetricSample)
        {
            return null;
        }

        var value = ValueParser.Parse(type);
        if (value is { IsNumber: true })
            return value;

        if (!symbols.IsLeftToCompiler(type))
            symbols.Report(DiagnosticDescriptors.MetricType, mark.Location, mark.Name, SymbolReader.Display(type));

        return new(ValueKind.Real, IsNullableStruct: false);
    }

    private (double? Min, double? Max) ParseRange(Mark mark)
    {
        var min = ParseEnd(mark, "Min");
        var max = ParseEnd(mark, "Max");
        if (min > max)
        {
            symbols.Report(
                DiagnosticDescriptors.MetricRange,
                mark.Attribute.LocationOf("Min"),
                mark.Name,
                Number.Format(min.Value),
                Number.Format(max.Value));
        }

        return (min, max);
    }

    private double? ParseEnd(Mark mark, string argument)
    {
        if (!mark.Attribute.TryGet<double>(argument, out var end))
            return null;

        if (!double.IsNaN(end) && !double.IsInfinity(end))
            return end;

        symbols.Report(
            DiagnosticDescriptors.MetricEnd, mark.Attribute.LocationOf(argument), argument, mark.Name, Number.Format(end));
        return null;
    }
}
