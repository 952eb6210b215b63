using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Symbols;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.NodeIds;

/// <summary>Parses the properties marked <c>[NodeId]</c>.</summary>
internal sealed class NodeIdParser(SymbolReader symbols)
{
    /// <summary>The parts of the id, in the order of <paramref name="form"/>.</summary>
    public EquatableArray<NodeIdPartModel> Parse(
        IReadOnlyList<AttributedProperty> properties, NodeIdForm form, ITypeSymbol type, AttributedProperty topology)
    {
        if (properties.Count == 0)
        {
            if (!symbols.HasMoreThan(0, type, AttributeNames.NodeId))
            {
                symbols.Report(
                    DiagnosticDescriptors.NoNodeId,
                    topology.Location,
                    topology.Name,
                    FixOf(type, form));
            }

            return new([]);
        }

        var parts = new Dictionary<string, NodeIdPartModel>();
        var isAnyRefused = symbols.HasMoreThan(properties.Count, type, AttributeNames.NodeId);
        foreach (var property in properties)
        {
            var part = SymbolReader.MemberOf(property.Attribute.ConstructorArgument) ?? "";
            if (!form.Parts.Contains(part))
            {
                isAnyRefused = true;
                symbols.Report(
                    DiagnosticDescriptors.NodeIdPartRefused,
                    property.Attribute.ConstructorArgumentLocation,
                    property.Name,
                    topology.Name,
                    Example(form));
            }
            else if (parts.TryGetValue(part, out var first))
            {
                symbols.Report(
                    DiagnosticDescriptors.SeveralNodeIds, property.Location, property.Name, type.Name, first.PropertyName);
            }
            else
            {
                parts.Add(part, ParsePart(property, part));
            }
        }

        // A refused property was meant for a part as well, and its message names all parts.
        if (!isAnyRefused && form.Parts.FirstOrDefault(part => !parts.ContainsKey(part)) is { } missing)
        {
            symbols.Report(
                DiagnosticDescriptors.NodeIdPartMissing, topology.Location, topology.Name, missing, type.Name);
        }

        return form.Parts.Where(parts.ContainsKey).Select(part => parts[part]).ToEquatableArray();
    }

    private NodeIdPartModel ParsePart(AttributedProperty property, string part)
    {
        var value = ValueParser.Parse(property.Type);
        var isMapped = value?.Kind is ValueKind.Text
            || (value?.Kind is ValueKind.Integer && part is "Pid" or "Port")
            || (value?.Kind is ValueKind.Address && part is "Address");
        if (!isMapped)
        {
            symbols.ReportType(DiagnosticDescriptors.NodeIdType, property, part switch
            {
                "Pid" or "Port" => "a string or an integer",
                "Address" => "a string or an IPAddress",
                _ => "a string",
            });
        }

        return new(property.Name, value?.Kind ?? ValueKind.Text, value?.IsNullableStruct is true, part is "Scope");
    }

    /// <summary>The fix for nodes of <paramref name="type"/>, which has no id.</summary>
    private static string FixOf(ITypeSymbol type, NodeIdForm form)
    {
        if (type is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: { Length: 2 } arguments })
            return $"Report the Values of the dictionary, a collection of '{SymbolReader.Display(arguments[1])}'";
        if (ValueParser.ParseCollection(type, out var element) is not null)
            return $"Report one collection of '{SymbolReader.Display(element)}', which SelectMany makes of several";

        return type.Locations.Any(static location => location.IsInSource)
            ? $"Mark what identifies them in '{SymbolReader.Display(type)}' with {Example(form)}"
            : $"Report a collection of a class of your own, and mark what identifies its objects with {Example(form)}";
    }

    private static string Example(NodeIdForm form) => form.Parts.Contains("Whole")
        ? "[NodeId]"
        : string.Join(" and ", form.Parts.Select(static part => $"[NodeId(NodeIdPart.{part})]"));
}
