using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>The containers of an engine at one moment. It is immutable, so that reading needs no lock.</summary>
/// <param name="Time">The last moment when the containers were known to be these.</param>
/// <param name="Containers">All containers of the engine, running or not.</param>
internal sealed record InventorySnapshot(DateTimeOffset Time, ImmutableArray<Container> Containers)
{
    /// <summary>
    /// Nothing is known: the engine has not answered yet, or has been unavailable for longer than the window.
    /// </summary>
    public static InventorySnapshot Unknown { get; } = new(default, []);
}
