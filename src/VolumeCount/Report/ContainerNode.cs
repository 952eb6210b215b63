using System.Collections.Immutable;
using VolumeCount.Scope;

namespace VolumeCount.Report;

/// <summary>A container, as the plugin reports it.</summary>
internal readonly record struct ContainerNode
{
    /// <summary>The container's full id: 64 hexadecimal digits.</summary>
    [NodeId]
    public required string Id { get; init; }

    /// <summary>The number of the container's mounts: volumes, binds, tmpfs mounts and named pipes.</summary>
    [Metadata(Label = "# Volumes", Priority = 0.1)]
    public required int VolumeCount { get; init; }

    /// <summary>The container's mounts: the destination of each, and its <see cref="MountDescription"/>.</summary>
    [Table]
    public ImmutableArray<KeyValuePair<string, string>> Volumes { get; init; }
}
