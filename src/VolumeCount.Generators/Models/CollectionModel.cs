namespace VolumeCount.Generators.Models;

/// <summary>A property that holds several elements, or one.</summary>
/// <param name="TypeName">The property's type as code refers to it from anywhere, with <c>?</c> if it can be null.</param>
/// <param name="Kind">How the elements are read.</param>
/// <param name="CanBeNull">Whether the collection itself can be null.</param>
/// <param name="ElementCanBeNull">Whether an element can be null.</param>
internal sealed record CollectionModel(string TypeName, CollectionKind Kind, bool CanBeNull, bool ElementCanBeNull);
