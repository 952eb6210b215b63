using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>
/// All containers of an engine, running or not, and the last moment when they were known to be these. It is immutable, so
/// that reading needs no lock.
/// </summary>
internal sealed record InventorySnapshot(DateTimeOffset Time, ImmutableArray<Container> Containers)
{
    /// <summary>
    /// Nothing is known: the engine has not answered yet, or has been unavailable for longer than the window.
    /// </summary>
    public static InventorySnapshot Unknown { get; } = new(default, []);
}
