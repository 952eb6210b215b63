using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>An engine's list of containers, without the entries that are not valid containers.</summary>
internal sealed record ContainerList(ImmutableArray<Container> Containers, ImmutableArray<UnreadableContainer> Unreadable);
