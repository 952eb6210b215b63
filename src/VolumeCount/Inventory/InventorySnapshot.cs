using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>What is known of Docker's containers at one moment. It never changes, so that a reader needs no lock.</summary>
/// <param name="Time">The last moment when it was known to be so.</param>
/// <param name="Containers">Every container that Docker has, running or not.</param>
internal sealed record InventorySnapshot(DateTimeOffset Time, ImmutableArray<Container> Containers)
{
    /// <summary>Nothing is known: Docker has not answered yet, or has been away for too long.</summary>
    public static InventorySnapshot Unknown { get; } = new(default, []);
}
