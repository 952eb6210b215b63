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
internal sealed class NodeParser
{
    private readonly SymbolReader _symbols;
    private readonly TemplateReader _templates;
    private readonly NodeIdParser _ids;
    private readonly MetadataParser _metadata;
    private readonly MetricParser _metrics;
    private readonly TableParser _tables;
    private readonly RelationParser _relations;
    private readonly ControlParser _controls;

    /// <summary>Makes a parser.</summary>
    /// <param name="symbols">Reads the symbols, and keeps what is wrong with them.</param>
    public NodeParser(SymbolReader symbols)
    {
        _symbols = symbols;
        _templates = new TemplateReader(symbols);
        var values = new ValueReader(symbols, _templates);
        _ids = new NodeIdParser(symbols);
        _metadata = new MetadataParser(symbols, _templates, values);
        _metrics = new MetricParser(symbols, _templates);
        _tables = new TableParser(symbols, _templates, values);
        _relations = new RelationParser(symbols);
        _controls = new ControlParser(symbols, _templates);
    }

    /// <summary>Parses <paramref name="element"/>, the type of the elements of <paramref name="topology"/>.</summary>
    /// <param name="element">The type of the nodes.</param>
    /// <param name="topology">The property with the nodes.</param>
    /// <param name="name">The topology's name.</param>
    public NodeModel? Parse(ITypeSymbol element, AttributedProperty topology, string name)
    {
        var type = SymbolReader.Underlying(element, out _);
        if (_symbols.IsLeftToCompiler(type))
            return null;

        var node = new NodeModel(
            type.Name,
            SymbolReader.CodeName(type),
            _ids.Parse(Properties(AttributeNames.NodeId), TopologyFormats.ByName[name].IdForm, type, topology),
            ParseStandalone(type, topology),
            Templates(AttributeNames.Metadata, property => _metadata.Parse(property, name), static metadata => metadata.Id),
            Templates(AttributeNames.Metric, property => _metrics.Parse(property, name), static metric => metric.Id),
            Templates(AttributeNames.Table, property => _tables.Parse(property, name), static table => table.Id),
            _relations.ParseParents(Properties(AttributeNames.Parents), type),
            _relations.ParseAdjacency(type, topology, name),
            Templates(
                AttributeNames.Control, property => _controls.Parse(property, type, name), static control => control.Id));

        new KeyRules(_symbols, type, topology, name).Check(node);
        return node;

        IReadOnlyList<AttributedProperty> Properties(string attributeName) =>
            _symbols.AttributedProperties(type, attributeName, topology.Location);

        EquatableArray<T> Templates<T>(string attributeName, Func<AttributedProperty, T?> parse, Func<T, string> id)
            where T : class, IEquatable<T>
        {
            var owners = new Dictionary<string, string>();
            var all = new List<T>();
            foreach (var property in Properties(attributeName))
            {
                if (parse(property) is not { } template)
                    continue;

                _templates.Claim(owners, id(template), property, type.Name);
                all.Add(template);
            }

            return all.ToEquatableArray();
        }
    }

    private string? ParseStandalone(ITypeSymbol type, AttributedProperty topology)
    {
        var property = _symbols.SingleProperty(
            type, AttributeNames.Standalone, topology.Location, DiagnosticDescriptors.SeveralStandalones);
        if (property is { Type.SpecialType: not SpecialType.System_Boolean } other)
            _symbols.ReportType(DiagnosticDescriptors.StandaloneType, other);

        return property?.Name;
    }
}
