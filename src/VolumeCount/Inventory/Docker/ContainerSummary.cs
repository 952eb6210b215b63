namespace VolumeCount.Inventory.Docker;

/// <summary>A container, for a person at a terminal.</summary>
/// <param name="Id">The full id: 64 hexadecimal digits.</param>
/// <param name="Name">The name, without the slash that Docker puts before it.</param>
/// <param name="State">Docker's word for its state: <c>created</c>, <c>running</c>, <c>paused</c>, <c>exited</c> and so on.</param>
/// <param name="VolumeCount">The number of its mounts: volumes, binds, tmpfs mounts and named pipes.</param>
internal sealed record ContainerSummary(string Id, string Name, string State, int VolumeCount);
