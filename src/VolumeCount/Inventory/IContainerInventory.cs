namespace VolumeCount.Inventory;

/// <summary>The containers as last known. Reading never waits for Docker, nor for any lock.</summary>
internal interface IContainerInventory
{
    /// <summary>
    /// What is known now. Its time is that of reading while Docker tells what happens, and the last moment when it did while
    /// it does not; after the window, and before Docker's first answer, it is <see cref="InventorySnapshot.Unknown"/>. Of two
    /// snapshots between which no container came or went, the arrays are the same one.
    /// </summary>
    InventorySnapshot Current { get; }
}
