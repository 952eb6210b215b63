using VolumeCount.Scope;

namespace VolumeCount.Tests.Unit.Generators.Samples;

internal sealed record InventoryNode
{
    [NodeId]
    public string? Id { get; init; }

    [Metadata]
    public string? Image { get; init; }

    [Metadata(Id = "größe <b>")]
    public long? Size { get; init; }

    [Metadata]
    public ulong? Inode { get; init; }

    [Metadata]
    public byte? Cpus { get; init; }
}
