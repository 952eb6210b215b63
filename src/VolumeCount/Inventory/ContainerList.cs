using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>An engine's list of containers.</summary>
/// <param name="Containers">The containers.</param>
/// <param name="Unreadable">The entries that are not valid containers, and are left out.</param>
internal sealed record ContainerList(ImmutableArray<Container> Containers, ImmutableArray<UnreadableContainer> Unreadable)
{
    /// <summary>A list without unreadable entries.</summary>
    public ContainerList(ImmutableArray<Container> containers)
        : this(containers, [])
    {
    }
}
