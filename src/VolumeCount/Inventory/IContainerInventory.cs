namespace VolumeCount.Inventory;

/// <summary>The containers as last seen. Reading never waits for Docker.</summary>
internal interface IContainerInventory
{
    /// <summary>
    /// The latest snapshot: <see cref="InventorySnapshot.Unknown"/> before Docker's first answer and while it does not answer.
    /// </summary>
    InventorySnapshot Current { get; }
}
