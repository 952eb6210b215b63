namespace VolumeCount.Inventory;

/// <summary>Creates equatable arrays from collection expressions.</summary>
internal static class EquatableArrayBuilder
{
    /// <summary>Creates an array of the given elements.</summary>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new([.. items]);
}
