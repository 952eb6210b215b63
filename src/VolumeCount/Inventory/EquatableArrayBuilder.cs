namespace VolumeCount.Inventory;

/// <summary>Creates equatable arrays from collection expressions.</summary>
internal static class EquatableArrayBuilder
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new([.. items]);
}
