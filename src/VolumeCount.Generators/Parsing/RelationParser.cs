using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

/// <summary>Parses the properties marked <c>[Parents]</c> and <c>[Adjacency]</c>.</summary>
/// <param name="symbols">Reads the symbols, and keeps what is wrong with them.</param>
internal sealed class RelationParser(SymbolReader symbols)
{
    /// <summary>Parses the properties marked <c>[Parents]</c>.</summary>
    public EquatableArray<RelationModel> ParseParents(IReadOnlyList<Mark> marks, ITypeSymbol type)
    {
        var owners = new Dictionary<string, string>();
        var parents = new List<RelationModel>();
        foreach (var mark in marks)
        {
            if (symbols.TopologyOf(mark) is not { } topology)
                continue;

            if (owners.TryGetValue(topology, out var first))
            {
                symbols.Report(
                    DiagnosticDescriptors.ParentsTwice,
                    mark.Attribute.ConstructorArgumentLocation,
                    mark.Name,
                    topology,
                    first,
                    type.Name);
                continue;
            }

            owners.Add(topology, mark.Name);
            parents.Add(Parse(mark, ScopeTopologies.ParentsNameOf(topology), topology));
        }

        return parents.ToEquatableArray();
    }

    /// <summary>Parses the property marked <c>[Adjacency]</c>.</summary>
    public EquatableArray<RelationModel> ParseAdjacency(IReadOnlyList<Mark> marks, ITypeSymbol type, string topology)
    {
        foreach (var second in marks.Skip(1))
        {
            symbols.Report(
                DiagnosticDescriptors.SeveralAdjacencies, second.Location, second.Name, type.Name, marks[0].Name);
        }

        return marks.Take(1).Select(mark => Parse(mark, "adjacency", topology)).ToEquatableArray();
    }

    private RelationModel Parse(Mark mark, string name, string topology)
    {
        var type = mark.Property.Type;
        var kind = ValueParser.Parse(type)?.Kind;
        if (kind is not (ValueKind.Text or ValueKind.Texts) && !symbols.IsLeftToCompiler(type))
            symbols.Report(DiagnosticDescriptors.RelationType, mark.Location, mark.Name, SymbolReader.Display(type));

        // An id of several parts is given whole.
        var form = ScopeTopologies.FormOf(topology);

        return new(mark.Name, name, form, kind is ValueKind.Texts);
    }
}
