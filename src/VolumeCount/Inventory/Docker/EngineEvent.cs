namespace VolumeCount.Inventory.Docker;

/// <summary>An event as Docker writes it. The names are Docker's.</summary>
internal sealed record EngineEvent(string? Type = null, string? Action = null, EngineActor? Actor = null)
{
    /// <summary>What has happened to a container, or null when it was to something else.</summary>
    public ContainerEvent? ToContainerEvent() => this is { Type: "container", Action: { } action, Actor.ID: { Length: > 0 } id }
        ? new ContainerEvent(action, id)
        : null;
}
