namespace VolumeCount.Inventory.Docker;

/// <summary>Something has happened to a container.</summary>
/// <param name="Action">Docker's word for it: <c>create</c>, <c>start</c>, <c>die</c>, <c>destroy</c> and so on.</param>
/// <param name="ContainerId">The container's full id.</param>
internal readonly record struct ContainerEvent(string Action, string ContainerId)
{
    /// <summary>The container is gone. Podman says <c>remove</c>.</summary>
    public bool IsRemoval => Action is "destroy" or "remove";

    /// <summary>What is known of the container may be no longer so.</summary>
    public bool IsChange => Action is "create" or "rename";
}
