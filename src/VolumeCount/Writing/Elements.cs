using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace VolumeCount.Writing;

/// <summary>Reads collections without an allocation, wherever their type permits.</summary>
internal static class Elements
{
    /// <summary>The elements of <paramref name="collection"/>: its own where they lie in a row, or else a copy.</summary>
    public static ReadOnlySpan<TElement> AsSpan<TCollection, TElement>(TCollection? collection)
        where TCollection : IEnumerable<TElement>
    {
        // Of a struct, the compiler knows the answer, and nothing is boxed.
        if (typeof(TCollection) == typeof(ImmutableArray<TElement>))
            return ((ImmutableArray<TElement>)(object)collection!).AsSpan();

        return collection switch
        {
            null => [],
            TElement[] array => array,
            List<TElement> list => CollectionsMarshal.AsSpan(list),
            ImmutableArray<TElement> array => array.AsSpan(),
            _ => collection.ToArray(),
        };
    }
}
