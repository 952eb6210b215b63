using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>A list that the engine was asked for, and that has not arrived yet.</summary>
/// <param name="ids">The ids of the containers that the engine is asked for; null for all containers.</param>
/// <param name="sequence">The request's place in the order of requests and events.</param>
internal sealed class ListRequest(ImmutableArray<string>? ids, long sequence)
{
    /// <summary>The number of removals that are remembered: more than an engine makes while a list is pending.</summary>
    public const int MaxRemovals = 1 << 15;

    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    /// <summary>Whether the engine is asked for all containers.</summary>
    public bool IsOfAll => ids is null;

    /// <summary>The ids of the containers that the engine is asked for; empty for all containers.</summary>
    public ImmutableArray<string> Ids => ids ?? [];

    public long Sequence => sequence;

    /// <summary>Whether more containers were removed since the request than are remembered.</summary>
    public bool HasOverflowed { get; private set; }

    /// <summary>Remembers that a container was removed: the list may be older than that.</summary>
    public void MarkRemoved(string id)
    {
        if (_removed.Count < MaxRemovals)
            _removed.Add(id);
        else
            HasOverflowed |= !_removed.Contains(id);
    }

    /// <summary>Whether a container may have been removed since the request.</summary>
    public bool MayBeRemoved(string id) => HasOverflowed || _removed.Contains(id);
}
