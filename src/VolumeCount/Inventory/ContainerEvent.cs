namespace VolumeCount.Inventory;

/// <summary>An event of one container.</summary>
/// <param name="Kind">What the event means for what is known of the container.</param>
/// <param name="ContainerId">The container's full id.</param>
internal readonly record struct ContainerEvent(ContainerEventKind Kind, string ContainerId);
