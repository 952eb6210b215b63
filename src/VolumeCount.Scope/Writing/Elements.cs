using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VolumeCount.Scope.Writing;

/// <summary>Reads collections, without an allocation if their type permits.</summary>
internal static class Elements
{
    /// <summary>
    /// The elements of <paramref name="collection"/>: the collection's own memory if it is contiguous, or else a copy.
    /// </summary>
    public static ReadOnlySpan<TElement> AsSpan<TCollection, TElement>(TCollection? collection)
        where TCollection : IEnumerable<TElement>
    {
        // A cast would box the array before the code is optimized.
        if (typeof(TCollection) == typeof(ImmutableArray<TElement>))
            return Unsafe.As<TCollection, ImmutableArray<TElement>>(ref collection!).AsSpan();

        return collection switch
        {
            null => [],
            TElement[] array => array,
            List<TElement> list => CollectionsMarshal.AsSpan(list),
            ImmutableArray<TElement> array => array.AsSpan(),
            ArraySegment<TElement> segment => segment,
            _ => collection.ToArray(),
        };
    }
}
