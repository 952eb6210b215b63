using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>
/// What is known of Docker's containers: follows from what Docker lists and from what it tells, in the order in which it came.
/// It asks nobody and waits for nothing; one caller at a time.
/// </summary>
/// <remarks>
/// A list is older than its arrival. What was destroyed since it was asked for must not come back with it, and what was told since
/// of any other container is asked for next, whatever the list says of it: Docker lists a container before it has made its volumes,
/// and tells of it after that. <see cref="Begin"/> and <see cref="Complete"/> mark the time in between.
/// </remarks>
internal sealed class ContainerSet
{
    /// <summary>As many ids as one call may name. Its address stays below the 16 KiB that proxies take.</summary>
    public const int MaxIdsPerFetch = 100;

    /// <summary>With more containers to ask for than this, one list of all is less work.</summary>
    public const int MaxIdsToFetch = 5 * MaxIdsPerFetch;

    /// <summary>As many removals as are remembered while a list is on its way: more than an engine makes in that time.</summary>
    public const int MaxRemovalsInAFetch = 1 << 15;

    private readonly Dictionary<string, Container> _known = new(StringComparer.Ordinal);
    private readonly IdSet _wanted = new(MaxIdsToFetch);
    private readonly IdSet _destroyedSince = new(MaxRemovalsInAFetch);
    private bool _isFetching;

    // Null when something has changed since it was made.
    private ImmutableArray<Container>? _array;

    /// <summary>Whether there is a container to ask for.</summary>
    public bool AnyWanted => _wanted.Any;

    /// <summary>All that are known now: the same array for as long as nothing changes.</summary>
    public ImmutableArray<Container> ToImmutableArray() => _array ??= [.. _known.Values];

    /// <summary>Takes in what has happened to a container.</summary>
    /// <returns>Whether fewer containers are known now.</returns>
    public bool Apply(ContainerEvent happened)
    {
        var id = happened.ContainerId;
        if (happened.Kind == ContainerEventKind.Removed)
        {
            _wanted.Remove(id);
            if (_isFetching)
                _destroyedSince.Add(id);
            return Remove(id);
        }

        // Whatever happens to a container that we lack, we have missed its creation.
        if (happened.Kind == ContainerEventKind.Changed || !_known.ContainsKey(id))
            _wanted.Add(id);
        return false;
    }

    /// <summary>What to ask for next. One fetch has to be completed or abandoned before the next begins.</summary>
    /// <param name="all">Whether to ask for all containers.</param>
    public Fetch Begin(bool all)
    {
        all |= _wanted.IsOfAll || !_wanted.Ids.All(IsPlain);
        var fetch = new Fetch(all, [.. all ? _wanted.Ids : _wanted.Ids.Take(MaxIdsPerFetch)], _wanted.IsOfAll);
        if (all)
            _wanted.Clear();
        foreach (var id in fetch.Ids)
            _wanted.Remove(id);
        _destroyedSince.Clear();
        _isFetching = true;
        return fetch;
    }

    /// <summary>Takes in Docker's answer.</summary>
    /// <returns>What it has changed of what was known, beyond what was asked for.</returns>
    public Corrections Complete(Fetch fetch, ImmutableArray<Container> containers)
    {
        _isFetching = false;
        var isAnyExpected = fetch.AnyMayBeNew || _wanted.IsOfAll;
        var expected = new HashSet<string>(fetch.Ids.Concat(_wanted.Ids), StringComparer.Ordinal);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        int missing = 0, stale = 0, changed = 0;
        foreach (var container in containers)
        {
            var id = container.Id;
            listed.Add(id);
            var isKnown = _known.TryGetValue(id, out var known);
            if (isKnown ? known!.Equals(container) : _destroyedSince.Contains(id))
                continue;

            _known[id] = container;
            _array = null;
            if (isAnyExpected || expected.Contains(id))
                continue;
            if (isKnown)
                changed++;
            else
                missing++;
        }

        // Which of them the list is too old for is no longer known: the next one is to tell.
        if (_destroyedSince.IsOfAll)
            _wanted.AddAll();
        foreach (var id in fetch.IsOfAll ? [.. _known.Keys] : fetch.Ids)
        {
            if (!listed.Contains(id) && Remove(id))
                stale++;
        }

        return new Corrections(missing, stale, changed);
    }

    /// <summary>
    /// Docker did not answer: what was asked for has to be asked for again. Where that was a list of some containers, one of all is
    /// next: whatever Docker makes of its filters, and however long, has nothing to do with that.
    /// </summary>
    public void Abandon(Fetch fetch)
    {
        _isFetching = false;
        if (fetch.AnyMayBeNew || !fetch.IsOfAll || _destroyedSince.IsOfAll)
            _wanted.AddAll();
        foreach (var id in fetch.Ids.Where(id => !_destroyedSince.Contains(id)))
            _wanted.Add(id);
    }

    private bool Remove(string id)
    {
        if (!_known.Remove(id))
            return false;
        _array = null;
        return true;
    }

    /// <summary>Docker takes an id in a filter for a regular expression: one that might be another must not get there.</summary>
    private static bool IsPlain(string id) => id.All(char.IsAsciiLetterOrDigit);
}
