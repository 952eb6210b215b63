namespace VolumeCount.Generators.Collections;

/// <summary>Makes an <see cref="EquatableArray{T}"/> out of any sequence.</summary>
internal static class EquatableArrayExtensions
{
    /// <summary>Copies <paramref name="items"/>.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);
}
