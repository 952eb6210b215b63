using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Controls;
using VolumeCount.Generators.Metadata;
using VolumeCount.Generators.Metrics;
using VolumeCount.Generators.NodeIds;
using VolumeCount.Generators.Relations;
using VolumeCount.Generators.Tables;
using VolumeCount.Generators.Values;

namespace VolumeCount.Generators.Topologies;

/// <summary>The class of a topology's nodes. All lists have base classes first, and then the order of declaration.</summary>
/// <param name="Name">The class's name alone.</param>
/// <param name="TypeName">The class's name as code refers to it from anywhere.</param>
/// <param name="Id">The parts of the id, in the order of the topology's form.</param>
/// <param name="Standalone">The property marked <c>[Standalone]</c>; null without one.</param>
/// <param name="Metadata">The properties marked <c>[Metadata]</c>.</param>
/// <param name="Metrics">The properties marked <c>[Metric]</c>.</param>
/// <param name="Tables">The properties marked <c>[Table]</c>.</param>
/// <param name="Parents">The properties marked <c>[Parents]</c>.</param>
/// <param name="Adjacency">The property marked <c>[Adjacency]</c>; null without one.</param>
/// <param name="Controls">The properties marked <c>[Control]</c>.</param>
internal sealed record NodeModel(
    string Name,
    string TypeName,
    EquatableArray<NodeIdPartModel> Id,
    string? Standalone,
    EquatableArray<MetadataModel> Metadata,
    EquatableArray<MetricModel> Metrics,
    EquatableArray<TableModel> Tables,
    EquatableArray<RelationModel> Parents,
    RelationModel? Adjacency,
    EquatableArray<ControlModel> Controls)
{
    /// <summary>The values of all properties that are shown as text.</summary>
    public IEnumerable<ValueModel> Values =>
    [
        .. Metadata.Select(static metadata => metadata.Value),
        .. Tables.SelectMany(static table => table.Columns.Select(static column => column.Value)),
        .. Tables.Select(static table => table.EntryValue).OfType<ValueModel>(),
    ];
}
