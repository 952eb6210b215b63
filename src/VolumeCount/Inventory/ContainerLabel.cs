namespace VolumeCount.Inventory;

/// <summary>A label of a container.</summary>
/// <param name="Name">The label's name.</param>
/// <param name="Value">The label's value.</param>
internal readonly record struct ContainerLabel(string Name, string Value);
