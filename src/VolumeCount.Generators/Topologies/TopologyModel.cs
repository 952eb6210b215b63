using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Topologies;

/// <summary>A property marked <c>[Topology]</c>.</summary>
/// <param name="Name">The topology's name in JSON.</param>
/// <param name="PropertyName">The name of the property with the nodes.</param>
/// <param name="Nodes">What the property holds.</param>
/// <param name="Node">The class of the nodes.</param>
internal sealed record TopologyModel(string Name, string PropertyName, CollectionModel Nodes, NodeModel Node)
{
    /// <summary>The topology in Scope.</summary>
    public TopologyFormat Format => TopologyFormats.ByName[Name];
}
