namespace VolumeCount.Inventory;

/// <summary>An event of one container.</summary>
/// <param name="Kind">The effect of the event on the known containers.</param>
/// <param name="ContainerId">The container's full id.</param>
internal readonly record struct ContainerEvent(ContainerEventKind Kind, string ContainerId);
