using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>What to ask Docker for.</summary>
/// <param name="IsOfAll">Whether to list all containers.</param>
/// <param name="Ids">The containers to ask for; in a list of all, those that are expected to be new in it.</param>
/// <param name="AnyMayBeNew">Whether so many are expected to be new that they are not named.</param>
internal sealed record Fetch(bool IsOfAll, ImmutableArray<string> Ids, bool AnyMayBeNew = false);
