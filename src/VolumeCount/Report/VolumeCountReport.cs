using VolumeCount.Attributes;
using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>What the plugin tells Scope: how many volumes each container has mounted.</summary>
[Plugin("volume-count", Label = "Volume Counts", Description = "Shows how many volumes each container has mounted")]
internal sealed class VolumeCountReport
{
    /// <summary>When Docker said what the report says.</summary>
    [ReportTime]
    public required DateTimeOffset Time { get; init; }

    /// <summary>Every container that Docker has, running or not.</summary>
    [Topology(ScopeTopology.Container)]
    public required IEnumerable<ContainerNode> Containers { get; init; }

    /// <summary>Reports what a snapshot of the inventory holds.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="withVolumes">Whether each container has its table of volumes, and not only their number.</param>
    public static VolumeCountReport From(InventorySnapshot snapshot, bool withVolumes = true) => new()
    {
        Time = snapshot.Time,
        Containers = snapshot.Containers.Select(container => new ContainerNode
        {
            Id = container.Id,
            VolumeCount = container.VolumeCount,
            Volumes = withVolumes ? container.Mounts.Items : [],
        }),
    };
}
