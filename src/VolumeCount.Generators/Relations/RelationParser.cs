using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Symbols;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Relations;

/// <summary>Parses the properties marked <c>[Parents]</c> and <c>[Adjacency]</c>.</summary>
internal sealed class RelationParser(SymbolReader symbols)
{
    /// <summary>Parses the properties marked <c>[Parents]</c>.</summary>
    public EquatableArray<RelationModel> ParseParents(IReadOnlyList<AttributedProperty> properties, ITypeSymbol type)
    {
        var owners = new Dictionary<string, string>();
        var parents = new List<RelationModel>();
        foreach (var property in properties)
        {
            if (symbols.TopologyOf(property) is not { } topology)
                continue;

            if (owners.TryGetValue(topology, out var first))
            {
                symbols.Report(
                    DiagnosticDescriptors.ParentsTwice,
                    property.Attribute.ConstructorArgumentLocation,
                    property.Name,
                    topology,
                    first,
                    type.Name);
                continue;
            }

            owners.Add(topology, property.Name);
            parents.Add(Parse(property, TopologyFormats.ByName[topology].NodeName, topology));
        }

        return parents.ToEquatableArray();
    }

    /// <summary>Parses the property marked <c>[Adjacency]</c>.</summary>
    public RelationModel? ParseAdjacency(ITypeSymbol type, AttributedProperty topology, string topologyName) =>
        symbols.SingleProperty(
            type, AttributeNames.Adjacency, topology.Location, DiagnosticDescriptors.SeveralAdjacencies) is { } property
            ? Parse(property, "adjacency", topologyName)
            : null;

    private RelationModel Parse(AttributedProperty property, string name, string topology)
    {
        var kind = ValueParser.Parse(property.Type)?.Kind;
        if (kind is not (ValueKind.Text or ValueKind.Texts))
            symbols.ReportType(DiagnosticDescriptors.RelationType, property);

        // An id of several parts is given whole.
        var form = TopologyFormats.ByName[topology].IdForm;

        return new(property.Name, name, form, kind is ValueKind.Texts);
    }
}
