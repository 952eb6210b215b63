namespace VolumeCount.Generators.Values;

/// <summary>A property that holds several elements, or one.</summary>
/// <param name="TypeName">The property's type as code refers to it from anywhere, with <c>?</c> if it can be null.</param>
/// <param name="ElementTypeName">The elements' type in the same way; empty if it is not a collection.</param>
/// <param name="Kind">How the elements are read.</param>
/// <param name="CanBeNull">Whether the collection itself can be null.</param>
/// <param name="CanBeArray">
/// Whether it can be a boxed <c>ImmutableArray</c> or <c>ArraySegment</c>, and so <c>default</c>.
/// </param>
/// <param name="ElementCanBeNull">Whether an element can be null.</param>
internal sealed record CollectionModel(
    string TypeName, string ElementTypeName, CollectionKind Kind, bool CanBeNull, bool CanBeArray, bool ElementCanBeNull)
{
    /// <summary>The model of a single object.</summary>
    public static CollectionModel Single(string typeName, bool canBeNull) =>
        new(typeName, "", CollectionKind.Single, canBeNull, CanBeArray: false, ElementCanBeNull: false);
}
