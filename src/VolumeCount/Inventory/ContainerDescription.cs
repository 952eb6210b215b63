namespace VolumeCount.Inventory;

/// <summary>
/// The human-readable description of a container, in addition to its name. Only an engine that was asked to describe its
/// containers returns it.
/// </summary>
internal sealed record ContainerDescription
{
    /// <summary>The container's state: <c>created</c>, <c>running</c>, <c>paused</c>, <c>exited</c> and so on.</summary>
    public required string State { get; init; }

    /// <summary>The name of the container's image; null when it is not known.</summary>
    public string? ImageName { get; init; }

    /// <summary>The id of the container's image; null when it is not known.</summary>
    public string? ImageId { get; init; }

    /// <summary>When the container was created; null when it is not known.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>How often the container was restarted; null when it is not known.</summary>
    public int? RestartCount { get; init; }

    /// <summary>The uid of the pod that the container belongs to; null outside Kubernetes.</summary>
    public string? PodUid { get; init; }

    /// <summary>The container's labels, in the ordinal order of their names.</summary>
    public EquatableArray<ContainerLabel> Labels { get; init; } = [];
}
