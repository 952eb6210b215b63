using System.Collections.Immutable;
using VolumeCount.Inventory.Docker;

namespace VolumeCount.Inventory;

/// <summary>
/// What is known of Docker's containers: follows from what Docker lists and from what it tells, in the order in which it came.
/// It asks nobody and waits for nothing; one caller at a time.
/// </summary>
/// <remarks>
/// A list is older than its arrival. What was destroyed since it was asked for must not come back with it, and what was created
/// since must not go with it: <see cref="Begin"/> and <see cref="Complete"/> mark the time in between.
/// </remarks>
internal sealed class ContainerSet
{
    /// <summary>As many ids as one call may name. Its address stays below the 16 KiB that proxies take.</summary>
    public const int MaxIdsPerFetch = 100;

    /// <summary>With more containers to ask for than this, one list of all is less work.</summary>
    public const int MaxIdsToFetch = 5 * MaxIdsPerFetch;

    private readonly Dictionary<string, Container> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wanted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _destroyedSince = new(StringComparer.Ordinal);
    private bool _isFetching;

    // Null when something has changed since it was made.
    private ImmutableArray<Container>? _array;

    /// <summary>How many containers have to be asked for.</summary>
    public int WantedCount => _wanted.Count;

    /// <summary>All that are known now: the same array for as long as nothing changes.</summary>
    public ImmutableArray<Container> ToImmutableArray() => _array ??= [.. _known.Values];

    /// <summary>Takes in what has happened to a container.</summary>
    /// <returns>Whether fewer containers are known now.</returns>
    public bool Apply(ContainerEvent happened)
    {
        var id = happened.ContainerId;
        if (happened.IsRemoval)
        {
            _wanted.Remove(id);
            if (_isFetching)
                _destroyedSince.Add(id);
            return Remove(id);
        }

        // Whatever happens to a container that we lack, we have missed its creation.
        if (happened.IsChange || !_known.ContainsKey(id))
            _wanted.Add(id);
        return false;
    }

    /// <summary>What to ask for next. One fetch has to be completed or abandoned before the next begins.</summary>
    /// <param name="all">Whether to ask for all containers.</param>
    public Fetch Begin(bool all)
    {
        all |= _wanted.Count > MaxIdsToFetch || !_wanted.All(IsPlain);
        ImmutableArray<string> ids = all ? [.. _wanted] : [.. _wanted.Take(MaxIdsPerFetch)];
        _wanted.ExceptWith(ids);
        _destroyedSince.Clear();
        _isFetching = true;
        return new Fetch(all, ids);
    }

    /// <summary>Takes in Docker's answer.</summary>
    /// <returns>What it has changed of what was known, beyond what was asked for.</returns>
    public Corrections Complete(Fetch fetch, ImmutableArray<Container> containers)
    {
        _isFetching = false;
        var expected = new HashSet<string>(fetch.Ids.Concat(_wanted), StringComparer.Ordinal);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        int missing = 0, stale = 0, changed = 0;
        foreach (var container in containers)
        {
            listed.Add(container.Id);
            if (_destroyedSince.Contains(container.Id))
                continue;

            if (!_known.TryGetValue(container.Id, out var known))
                missing += expected.Contains(container.Id) ? 0 : 1;
            else if (known.Equals(container))
                continue;
            else
                changed++;
            _known[container.Id] = container;
            _array = null;
        }

        _wanted.ExceptWith(listed);
        foreach (var id in fetch.IsOfAll ? [.. _known.Keys] : fetch.Ids)
        {
            if (!listed.Contains(id) && Remove(id))
                stale++;
        }

        return new Corrections(missing, stale, changed);
    }

    /// <summary>Docker did not answer: what was asked for has to be asked for again.</summary>
    public void Abandon(Fetch fetch)
    {
        _isFetching = false;
        _wanted.UnionWith(fetch.Ids.Where(id => !_destroyedSince.Contains(id)));
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
