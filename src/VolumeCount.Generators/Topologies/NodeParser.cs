using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Controls;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Metadata;
using VolumeCount.Generators.Metrics;
using VolumeCount.Generators.NodeIds;
using VolumeCount.Generators.Relations;
using VolumeCount.Generators.Symbols;
using VolumeCount.Generators.Tables;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Topologies;

/// <summary>Makes a <see cref="NodeModel"/> out of the class of a topology's nodes.</summary>
internal sealed class NodeParser(SymbolReader symbols)
{
    /// <summary>Parses <paramref name="element"/>, the type of the elements of <paramref name="topology"/>.</summary>
    public NodeModel? Parse(ITypeSymbol element, AttributedProperty topology, string name)
    {
        var type = SymbolReader.Underlying(element, out _);
        if (symbols.IsLeftToCompiler(type))
            return null;

        var templates = new TemplateReader(symbols);
        var values = new ValueReader(symbols, templates);
        var relations = new RelationParser(symbols);
        var node = new NodeModel(
            type.Name,
            SymbolReader.CodeName(type),
            new NodeIdParser(symbols)
                .Parse(Properties(AttributeNames.NodeId), TopologyFormats.ByName[name].IdForm, type, topology),
            ParseStandalone(type, topology),
            Templates(AttributeNames.Metadata, new MetadataParser(symbols, templates, values).Parse, static row => row.Id),
            Templates(AttributeNames.Metric, new MetricParser(symbols, templates).Parse, static metric => metric.Id),
            Templates(AttributeNames.Table, new TableParser(symbols, templates, values).Parse, static table => table.Id),
            relations.ParseParents(Properties(AttributeNames.Parents), type),
            relations.ParseAdjacency(type, topology, name),
            Templates(
                AttributeNames.Control, new ControlParser(symbols, templates, type).Parse, static control => control.Id));

        new KeyRules(symbols, type, topology, name).Check(node);
        return node;

        IReadOnlyList<AttributedProperty> Properties(string attributeName) =>
            symbols.AttributedProperties(type, attributeName, topology.Location);

        EquatableArray<T> Templates<T>(
            string attributeName, Func<AttributedProperty, string, T> parse, Func<T, string> id)
            where T : IEquatable<T>
        {
            var owners = new Dictionary<string, string>();
            var all = new List<T>();
            foreach (var property in Properties(attributeName))
            {
                var template = parse(property, name);
                templates.Claim(owners, id(template), property, type.Name);
                all.Add(template);
            }

            return all.ToEquatableArray();
        }
    }

    private string? ParseStandalone(ITypeSymbol type, AttributedProperty topology)
    {
        var property = symbols.SingleProperty(
            type, AttributeNames.Standalone, topology.Location, DiagnosticDescriptors.SeveralStandalones);
        if (property is { Type.SpecialType: not SpecialType.System_Boolean } other)
            symbols.ReportType(DiagnosticDescriptors.StandaloneType, other);

        return property?.Name;
    }
}
