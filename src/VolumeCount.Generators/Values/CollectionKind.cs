namespace VolumeCount.Generators.Values;

/// <summary>How the elements of a collection are read.</summary>
internal enum CollectionKind
{
    /// <summary>With <c>foreach</c>.</summary>
    Enumerable,

    /// <summary>With <c>foreach</c>, unless it is <c>default</c>.</summary>
    ImmutableArray,

    /// <summary>With <c>foreach</c>, unless it is <c>default</c>, whose enumerator throws.</summary>
    ArraySegment,

    /// <summary>By index: the enumerator of an interface would be allocated.</summary>
    List,

    /// <summary>Not a collection, but one object.</summary>
    Single,
}
