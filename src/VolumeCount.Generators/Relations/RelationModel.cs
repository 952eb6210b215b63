using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Relations;

/// <summary>A property marked <c>[Parents]</c> or <c>[Adjacency]</c>: the ids of other nodes.</summary>
/// <param name="PropertyName">The property's name.</param>
/// <param name="Name">The name of the member that the ids go to.</param>
/// <param name="Form">The form of the ids.</param>
/// <param name="IsCollection">Whether the property is a collection, and not one string.</param>
internal sealed record RelationModel(
    string PropertyName, string Name, NodeIdForm Form, bool IsCollection);
