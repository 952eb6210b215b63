namespace VolumeCount.Inventory;

/// <summary>The known containers. Reading never waits for the engine, nor for a lock.</summary>
internal interface IContainerInventory
{
    /// <summary>
    /// Occurs after the containers of <see cref="Current"/>, or whether they are current, have changed. It is raised on the
    /// thread that changed them, which may hold a lock: a handler must not block.
    /// </summary>
    event Action? Changed;

    /// <summary>
    /// The current snapshot. Its time is the time of reading while the engine keeps it current, and the last moment when it
    /// did while the engine is not available; after the window, and before the engine's first answer, it is
    /// <see cref="InventorySnapshot.Unknown"/>. While no container changes, all snapshots have the same array.
    /// </summary>
    InventorySnapshot Current { get; }
}
