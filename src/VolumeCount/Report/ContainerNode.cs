using System.Collections.Immutable;
using VolumeCount.Scope;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Report;

/// <summary>
/// A container, as the plugin reports it. If it is not described, all properties of its description are null.
/// </summary>
internal readonly record struct ContainerNode
{
    /// <summary>The container's full id: 64 hexadecimal digits.</summary>
    [NodeId]
    public required string Id { get; init; }

    /// <summary>Whether the container is described, so that Scope draws it though its own probes do not know it.</summary>
    [Standalone]
    public bool IsDescribed => Name is not null;

    /// <summary>The number of the container's mounts: volumes, binds, tmpfs mounts and named pipes.</summary>
    [Metadata(Label = "# Volumes", Priority = 0.1)]
    public required int VolumeCount { get; init; }

    /// <summary>
    /// The names of other containers that mount the same volume or path of the host: see <see cref="SharedVolumes"/>.
    /// </summary>
    [Metadata(Label = "Shares volumes with", Priority = 0.15)]
    public string? SharesVolumesWith { get; init; }

    /// <summary>The container's mounts: the destination of each, and its <see cref="MountDescription"/>.</summary>
    [Table]
    public ImmutableArray<KeyValuePair<string, string>> Volumes { get; init; }

    /// <summary>The container's name.</summary>
    [Metadata(Id = "docker_container_name", Hidden = true, IsScopeKey = true)]
    public string? Name { get; init; }

    /// <summary>The container's state, as Scope writes it.</summary>
    [Metadata(Id = "docker_container_state", Hidden = true, IsScopeKey = true)]
    public string? State { get; init; }

    /// <summary>The tag of the container's image.</summary>
    [Metadata(Id = "docker_image_tag", Label = "Image tag", Priority = 1, IsScopeKey = true)]
    public string? ImageTag { get; init; }

    /// <summary>The name of the container's image, without its tag.</summary>
    [Metadata(Id = "docker_image_name", Label = "Image name", Priority = 2, IsScopeKey = true)]
    public string? ImageName { get; init; }

    /// <summary>The container's state, as the runtime reports it.</summary>
    [Metadata(Id = "docker_container_state_human", Label = "State", Priority = 4, IsScopeKey = true)]
    public string? HumanState { get; init; }

    /// <summary>How often the container was restarted.</summary>
    [Metadata(Id = "docker_container_restart_count", Label = "Restart #", Priority = 6, IsScopeKey = true)]
    public int? RestartCount { get; init; }

    /// <summary>When the container was created.</summary>
    [Metadata(Id = "docker_container_created", Label = "Created", Priority = 9.8, IsScopeKey = true)]
    public DateTimeOffset? Created { get; init; }

    /// <summary>The container's id, as a row.</summary>
    [Metadata(Id = "docker_container_id", Label = "ID", Priority = 9.9, Truncate = 12, IsScopeKey = true)]
    public string? ContainerId => IsDescribed ? Id : null;

    /// <summary>The processor time that the container uses, in percent of that of all processors.</summary>
    [Metric(Id = "docker_cpu_total_usage", Label = "CPU", Format = MetricFormat.Percent, Priority = 1, Max = 100,
        IsScopeKey = true)]
    public ImmutableArray<MetricSample> Processor { get; init; }

    /// <summary>The memory that the container uses.</summary>
    [Metric(Id = "docker_memory_usage", Label = "Memory", Format = MetricFormat.FileSize, Priority = 2, IsScopeKey = true)]
    public ImmutableArray<MetricSample> Memory { get; init; }

    /// <summary>The container's labels.</summary>
    [Table(Id = "docker_label_", Label = "Docker labels", Prefix = "docker_label_", IsScopeKey = true)]
    public ImmutableArray<KeyValuePair<string, string>> Labels { get; init; }

    /// <summary>The id of the container's image.</summary>
    [Metadata(Id = "docker_image_id", Hidden = true, IsScopeKey = true)]
    [Parents(ScopeTopology.ContainerImage)]
    public string? ImageId { get; init; }

    /// <summary>The uid of the pod that the container belongs to.</summary>
    [Parents(ScopeTopology.Pod)]
    public string? PodUid { get; init; }
}
