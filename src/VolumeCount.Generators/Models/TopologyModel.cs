namespace VolumeCount.Generators.Models;

/// <summary>A property marked <c>[Topology]</c>.</summary>
/// <param name="Name">The topology's name in JSON.</param>
/// <param name="NodeIdSuffix">What follows a node's id in JSON.</param>
/// <param name="PropertyName">The name of the property with the nodes.</param>
/// <param name="Node">The class of the nodes.</param>
internal sealed record TopologyModel(string Name, string NodeIdSuffix, string PropertyName, NodeModel Node);
