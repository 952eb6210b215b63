namespace VolumeCount.Generators.Models;

/// <summary>The class of a topology's nodes.</summary>
/// <param name="Name">The class's name alone.</param>
/// <param name="TypeName">The class's name as code refers to it from anywhere, with <c>?</c> if it can be null.</param>
/// <param name="CanBeNull">Whether an element of the collection can be null.</param>
/// <param name="IdProperty">The name of the property with the node's id.</param>
/// <param name="Metadata">The properties marked <c>[Metadata]</c>, base classes first, as they are declared.</param>
internal sealed record NodeModel(
    string Name, string TypeName, bool CanBeNull, string IdProperty, EquatableArray<MetadataModel> Metadata);
