namespace VolumeCount.Inventory;

/// <summary>An event of one container.</summary>
internal readonly record struct ContainerEvent(ContainerEventKind Kind, string ContainerId);
