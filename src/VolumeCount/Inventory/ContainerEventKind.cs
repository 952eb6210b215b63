namespace VolumeCount.Inventory;

/// <summary>What an event means for what is known of a container.</summary>
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
