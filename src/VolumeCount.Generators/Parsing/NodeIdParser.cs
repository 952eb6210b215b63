using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

/// <summary>Parses the properties marked <c>[NodeId]</c>.</summary>
/// <param name="symbols">Reads the symbols, and keeps what is wrong with them.</param>
internal sealed class NodeIdParser(SymbolReader symbols)
{
    /// <summary>The parts of the id, in the order of <paramref name="form"/>.</summary>
    /// <param name="marks">The properties that are marked.</param>
    /// <param name="form">The form of the topology's ids.</param>
    /// <param name="type">The class of the nodes.</param>
    /// <param name="topology">The property with the nodes.</param>
    public EquatableArray<NodeIdPartModel> Parse(
        IReadOnlyList<Mark> marks, NodeIdForm form, ITypeSymbol type, Mark topology)
    {
        if (marks.Count == 0)
        {
            if (!symbols.HasMoreThan(0, type, AttributeNames.NodeId))
            {
                symbols.Report(
                    DiagnosticDescriptors.NoNodeId,
                    topology.Location,
                    topology.Name,
                    Example(form),
                    SymbolReader.Display(type));
            }

            return new([]);
        }

        var parts = new Dictionary<string, (Mark Mark, NodeIdPartModel Model)>();
        var isAnyRefused = symbols.HasMoreThan(marks.Count, type, AttributeNames.NodeId);
        foreach (var mark in marks)
        {
            var part = SymbolReader.MemberOf(mark.Attribute.ConstructorArgument) ?? "";
            if (!form.Parts.Contains(part))
            {
                isAnyRefused = true;
                symbols.Report(
                    DiagnosticDescriptors.NodeIdPartRefused,
                    mark.Attribute.ConstructorArgumentLocation,
                    mark.Name,
                    topology.Name,
                    Example(form));
            }
            else if (parts.TryGetValue(part, out var first))
            {
                symbols.Report(DiagnosticDescriptors.SeveralNodeIds, mark.Location, mark.Name, type.Name, first.Mark.Name);
            }
            else
            {
                parts.Add(part, (mark, ParsePart(mark, part)));
            }
        }

        // What is refused was meant for a part, too, and its message names all of them.
        if (!isAnyRefused && form.Parts.FirstOrDefault(part => !parts.ContainsKey(part)) is { } missing)
        {
            symbols.Report(
                DiagnosticDescriptors.NodeIdPartMissing, topology.Location, topology.Name, missing, type.Name);
        }

        return form.Parts.Where(parts.ContainsKey).Select(part => parts[part].Model).ToEquatableArray();
    }

    private NodeIdPartModel ParsePart(Mark mark, string part)
    {
        var value = ValueParser.Parse(mark.Property.Type);
        var isMapped = value?.Kind is ValueKind.Text
            || (value?.Kind is ValueKind.Integer && part is "Pid" or "Port")
            || (value?.Kind is ValueKind.Address && part is "Address");
        if (!isMapped && !symbols.IsLeftToCompiler(mark.Property.Type))
        {
            symbols.Report(
                DiagnosticDescriptors.NodeIdType,
                mark.Location,
                mark.Name,
                SymbolReader.Display(mark.Property.Type),
                part switch
                {
                    "Pid" or "Port" => "a string or an integer",
                    "Address" => "a string or an IPAddress",
                    _ => "a string",
                });
        }

        return new(mark.Name, value?.Kind ?? ValueKind.Text, value?.IsNullableStruct is true, part is "Scope");
    }

    private static string Example(NodeIdForm form) => form.Parts.Contains("Whole")
        ? "[NodeId]"
        : string.Join(" and ", form.Parts.Select(static part => $"[NodeId(NodeIdPart.{part})]"));
}
