using System.Collections.Immutable;
using VolumeCount.Inventory;
using VolumeCount.Scope;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Report;

/// <summary>The plugin's report: how many volumes each container has mounted.</summary>
[Plugin("volume-count", Label = "Volume Counts", Description = "Shows how many volumes each container has mounted")]
internal sealed class VolumeCountReport
{
    /// <summary>The time at which the engine confirmed the report's content.</summary>
    [ReportTime]
    public required DateTimeOffset Time { get; init; }

    /// <summary>The containers that are reported, running or not.</summary>
    [Topology(ScopeTopology.Container)]
    public required IEnumerable<ContainerNode> Containers { get; init; }

    /// <summary>The images of the containers that are described.</summary>
    [Topology(ScopeTopology.ContainerImage)]
    public IEnumerable<ImageNode> Images { get; private init; } = [];

    /// <summary>The snapshot of the inventory that the report is of.</summary>
    public InventorySnapshot Snapshot { get; private init; } = InventorySnapshot.Unknown;

    /// <summary>The number of containers that are reported: all of the snapshot, unless there are too many.</summary>
    public int Count { get; private init; }

    /// <summary>Whether each container has its volumes and those that share them, and not only their number.</summary>
    public bool HasVolumes => Shared is not null;

    private SharedVolumes? Shared { get; init; }

    private IReadOnlyDictionary<string, ContainerUsage>? Usage { get; init; }

    /// <summary>Reports all containers of a snapshot.</summary>
    public static VolumeCountReport From(InventorySnapshot snapshot) =>
        From(snapshot, SharedVolumes.Of(snapshot.Containers));

    /// <summary>
    /// Reports all containers of a snapshot with what they share, or with only the number of their volumes; and with what
    /// those use that are measured, by their ids.
    /// </summary>
    public static VolumeCountReport From(
        InventorySnapshot snapshot, SharedVolumes? shared, IReadOnlyDictionary<string, ContainerUsage>? usage = null) =>
        From(snapshot, snapshot.Containers, snapshot.Containers.Length, shared, usage);

    /// <summary>The report with only the number of volumes of each container.</summary>
    public VolumeCountReport WithoutVolumes() => From(Snapshot, shared: null, Usage);

    /// <summary>
    /// A report with fewer of the snapshot's containers: the first in the order of their ids, so always the same ones.
    /// </summary>
    public VolumeCountReport Take(int count) =>
        From(Snapshot,
            Snapshot.Containers.OrderBy(container => container.Id, StringComparer.Ordinal).Take(count),
            count, Shared, Usage);

    private static VolumeCountReport From(
        InventorySnapshot snapshot,
        IEnumerable<Container> containers,
        int count,
        SharedVolumes? shared,
        IReadOnlyDictionary<string, ContainerUsage>? usage) => new()
        {
            Time = snapshot.Time,
            Containers = containers.Select(container => ToNode(container, shared, usage)),
            Images = snapshot.Containers.Select(ToImage).OfType<ImageNode>().DistinctBy(image => image.Id),
            Snapshot = snapshot,
            Count = count,
            Shared = shared,
            Usage = usage,
        };

    // Podman lists the mount of an image twice, with one destination; the list has one row for it.
    private static ImmutableArray<KeyValuePair<string, string>> Describe(ImmutableArray<Mount> mounts) =>
    [
        .. mounts
            .DistinctBy(static mount => mount.Destination)
            .Select(static mount => KeyValuePair.Create(mount.Destination, MountDescription.Of(mount))),
    ];

    private static ContainerNode ToNode(
        Container container, SharedVolumes? shared, IReadOnlyDictionary<string, ContainerUsage>? usages)
    {
        var node = new ContainerNode
        {
            Id = container.Id,
            VolumeCount = container.VolumeCount,
            SharesVolumesWith = shared?[container],
            Volumes = shared is null ? [] : Describe(container.Mounts.Items),
        };
        if (container.Description is not { } description)
            return node;

        var usage = usages?.GetValueOrDefault(container.Id);
        var image = description.ImageName is null ? default(ImageName?) : ImageName.Parse(description.ImageName);
        return node with
        {
            Name = container.Name,

            // Scope's state of a container that Docker can no longer use, which its filter treats as stopped.
            State = description.State is "unknown" ? "dead" : description.State,
            HumanState = description.State,
            ImageName = image?.Name,
            ImageTag = image?.Tag,
            ImageId = description.ImageId,
            Created = description.Created,
            RestartCount = description.RestartCount,
            PodUid = description.PodUid,
            Processor = SamplesOf(usage?.Sample.Time, usage?.ProcessorPercent, max: null),
            Memory = SamplesOf(usage?.Sample.Time, usage?.Sample.Memory, usage?.MaxMemory),
            Labels = [.. description.Labels.Select(label => KeyValuePair.Create(label.Name, label.Value))],
        };
    }

    private static ImmutableArray<MetricSample> SamplesOf(DateTimeOffset? time, double? value, double? max) =>
        value is null ? [] : [new MetricSample(time!.Value, value.Value) { Max = max }];

    private static ImageNode? ToImage(Container container)
    {
        if (container.Description is not { ImageId: { } id, ImageName: { } reference })
            return null;

        var image = ImageName.Parse(reference);
        return new ImageNode { Id = id, Name = image.Name, Tag = image.Tag };
    }
}
