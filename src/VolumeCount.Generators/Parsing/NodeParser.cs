using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Models;

namespace VolumeCount.Generators.Parsing;

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
        _ids = new NodeIdParser(symbols);
        _metadata = new MetadataParser(symbols, _templates);
        _metrics = new MetricParser(symbols, _templates);
        _tables = new TableParser(symbols, _templates, _metadata);
        _relations = new RelationParser(symbols);
        _controls = new ControlParser(symbols, _templates);
    }

    /// <summary>Parses <paramref name="element"/>, the type of the elements of <paramref name="topology"/>.</summary>
    /// <param name="element">The type of the nodes.</param>
    /// <param name="topology">The property with the nodes.</param>
    /// <param name="name">The topology's name.</param>
    public NodeModel? Parse(ITypeSymbol element, Mark topology, string name)
    {
        var type = ValueParser.Underlying(element, out _);
        if (_symbols.IsLeftToCompiler(type))
            return null;

        var node = new NodeModel(
            type.Name,
            type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolReader.TypeFormat),
            _ids.Parse(Marks(AttributeNames.NodeId), ScopeTopologies.FormOf(name), type, topology),
            Templates(AttributeNames.Metadata, mark => _metadata.Parse(mark, name), static metadata => metadata.Id),
            Templates(AttributeNames.Metric, mark => _metrics.Parse(mark, name), static metric => metric.Id),
            Templates(AttributeNames.Table, mark => _tables.Parse(mark, name), static table => table.Id),
            _relations.ParseParents(Marks(AttributeNames.Parents), type),
            _relations.ParseAdjacency(Marks(AttributeNames.Adjacency), type, name),
            Templates(AttributeNames.Control, mark => _controls.Parse(mark, type, name), static control => control.Id));

        new KeyRules(_symbols, type, topology, name).Check(node);
        return node;

        IReadOnlyList<Mark> Marks(string attributeName) => _symbols.Marks(type, attributeName, topology.Location);

        EquatableArray<T> Templates<T>(string attributeName, Func<Mark, T?> parse, Func<T, string> id)
            where T : class, IEquatable<T>
        {
            var owners = new Dictionary<string, string>();
            var all = new List<T>();
            foreach (var mark in Marks(attributeName))
            {
                if (parse(mark) is not { } template)
                    continue;

                _templates.Claim(owners, id(template), mark, type.Name);
                all.Add(template);
            }

            return all.ToEquatableArray();
        }
    }
}
