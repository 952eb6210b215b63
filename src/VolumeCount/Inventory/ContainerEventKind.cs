namespace VolumeCount.Inventory;

/// <summary>The effect of an event on the known containers.</summary>
internal enum ContainerEventKind
{
    /// <summary>The container exists, and is as it was before the event.</summary>
    Seen,

    /// <summary>The container is new or may have changed: ask for it.</summary>
    Changed,

    /// <summary>The container no longer exists.</summary>
    Removed,

    /// <summary>The event could not be read, and has no container id: any container may have changed.</summary>
    Unreadable,
}
