using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>What is known of Docker's containers at one moment. It never changes, so that a reader needs no lock.</summary>
/// <param name="Time">When Docker said so.</param>
/// <param name="Containers">Every container that Docker has, running or not.</param>
internal sealed record InventorySnapshot(DateTimeOffset Time, ImmutableArray<Container> Containers)
{
    /// <summary>Nothing is known: Docker has not answered yet, or does not answer.</summary>
    public static InventorySnapshot Unknown { get; } = new(default, []);
}
