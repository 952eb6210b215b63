using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>
/// The known containers: computed from the engine's lists and events, in the order in which they arrive. It neither calls
/// the engine nor waits, and is not thread-safe.
/// </summary>
/// <remarks>
/// A list is older than its arrival, and another list may overtake it. Requests and events are numbered: an answer never
/// replaces what a later request has answered, nor brings back what was removed since the request. A container with an event
/// since the request is asked for again, whatever the list has of it: Docker lists a container before it has created its
/// volumes, and emits the event after that.
/// </remarks>
internal sealed class ContainerSet
{
    /// <summary>
    /// The number of ids in one request. Docker's address for it stays below the 16 KiB that proxies accept.
    /// </summary>
    public const int MaxIdsPerRequest = 100;

    /// <summary>With more containers to ask for than this, one list of all is less work.</summary>
    public const int MaxIdsBeforeListOfAll = 5 * MaxIdsPerRequest;

    /// <summary>
    /// The number of containers to ask for that are remembered. Beyond it, only a list of all finds the others.
    /// </summary>
    public const int MaxWanted = 1 << 15;

    private readonly Dictionary<string, Entry> _known = new(StringComparer.Ordinal);

    // The containers to ask for, with the place of their last event in the order of requests and events.
    private readonly Dictionary<string, long> _wanted = new(StringComparer.Ordinal);

    private readonly List<ListRequest> _pending = [];
    private long _sequence;
    private long _overflowedAt;

    // Null when something has changed since it was created.
    private ImmutableArray<Container>? _array;

    /// <summary>Whether there are containers to ask for.</summary>
    public bool AnyWanted => _wanted.Count > 0 || HasOverflowed;

    /// <summary>Whether there are so many containers to ask for that one list of all is less work.</summary>
    public bool NeedsListOfAll => _wanted.Count > MaxIdsBeforeListOfAll || HasOverflowed;

    /// <summary>Whether there are containers to ask for whose ids are not remembered.</summary>
    private bool HasOverflowed => _overflowedAt > 0;

    /// <summary>The known containers: the same array for as long as nothing changes.</summary>
    public ImmutableArray<Container> ToImmutableArray() => _array ??= [.. _known.Values.Select(entry => entry.Container)];

    /// <returns>Whether fewer containers are known now.</returns>
    public bool Apply(ContainerEvent happened)
    {
        var (kind, id) = happened;
        if (kind == ContainerEventKind.Removed)
        {
            _wanted.Remove(id);
            foreach (var request in _pending)
                request.MarkRemoved(id);
            return Remove(id);
        }

        // Any other event of a container that is not known: its creation was missed.
        if (kind == ContainerEventKind.Changed || !_known.ContainsKey(id))
            Want(id);
        return false;
    }

    public ListRequest BeginAll() => Begin(null);

    /// <summary>Begins a request for some of the containers to ask for.</summary>
    /// <param name="includesCovered">Whether it includes containers that a pending list of all will have.</param>
    /// <returns>The request; null without containers to ask for.</returns>
    public ListRequest? BeginSome(bool includesCovered = false)
    {
        var all = includesCovered ? null : _pending.Find(request => request.IsOfAll);
        var ids = _wanted
            .Where(wanted => all is null || wanted.Value > all.Sequence)
            .Select(wanted => wanted.Key)
            .Take(MaxIdsPerRequest);
        ImmutableArray<string> some = [.. ids];
        return some.IsEmpty ? null : Begin(some);
    }

    /// <summary>Applies the engine's answer to a request.</summary>
    /// <returns>What the answer has changed that no event had announced.</returns>
    public Corrections Complete(ListRequest request, ImmutableArray<Container> containers)
    {
        _pending.Remove(request);
        var listed = new HashSet<string>(containers.Length, StringComparer.Ordinal);
        int missing = 0, stale = 0, changed = 0;
        foreach (var container in containers)
        {
            var id = container.Id;
            listed.Add(id);
            var isKnown = _known.TryGetValue(id, out var known);
            if (isKnown ? known.Sequence > request.Sequence : request.MayBeRemoved(id))
                continue;
            if (isKnown && known.Container == container)
            {
                _known[id] = known with { Sequence = request.Sequence };
                continue;
            }

            _known[id] = new Entry(container, request.Sequence);
            _array = null;
            if (HasOverflowed || _wanted.ContainsKey(id))
                continue;
            if (isKnown)
                changed++;
            else
                missing++;
        }

        foreach (var id in request.IsOfAll ? [.. _known.Keys] : request.Ids)
        {
            if (!listed.Contains(id)
                && _known.TryGetValue(id, out var known)
                && known.Sequence <= request.Sequence
                && Remove(id))
            {
                stale++;
            }
        }

        MarkAnswered(request);
        return new Corrections(missing, stale, changed);
    }

    /// <summary>Ends a request that was not answered: its containers remain to be asked for.</summary>
    /// <returns>Whether any of them does, and was neither removed nor in another answer meanwhile.</returns>
    public bool Abandon(ListRequest request)
    {
        _pending.Remove(request);
        return request.Ids.Any(_wanted.ContainsKey);
    }

    private ListRequest Begin(ImmutableArray<string>? ids)
    {
        var request = new ListRequest(ids, ++_sequence);
        _pending.Add(request);
        return request;
    }

    private void Want(string id)
    {
        if (_wanted.Count < MaxWanted || _wanted.ContainsKey(id))
            _wanted[id] = ++_sequence;
        else
            _overflowedAt = ++_sequence;
    }

    private void MarkAnswered(ListRequest request)
    {
        foreach (var id in request.IsOfAll ? [.. _wanted.Keys] : request.Ids)
        {
            if (_wanted.TryGetValue(id, out var wanted) && wanted < request.Sequence)
                _wanted.Remove(id);
        }

        if (request.IsOfAll && _overflowedAt < request.Sequence)
            _overflowedAt = 0;

        // It is not known which containers of the list were removed since the request: the next list has them.
        if (request.HasOverflowed)
            _overflowedAt = ++_sequence;
    }

    private bool Remove(string id)
    {
        if (!_known.Remove(id))
            return false;
        _array = null;
        return true;
    }

    private readonly record struct Entry(Container Container, long Sequence);
}
