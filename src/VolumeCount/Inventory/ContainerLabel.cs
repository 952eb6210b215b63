namespace VolumeCount.Inventory;

/// <summary>A label of a container.</summary>
internal readonly record struct ContainerLabel(string Name, string Value);
