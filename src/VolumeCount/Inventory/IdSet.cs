namespace VolumeCount.Inventory;

/// <summary>
/// Ids, up to as many as are worth remembering one by one. With more than that it is the set of all ids there are, and holds none.
/// </summary>
internal sealed class IdSet(int capacity)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Whether every id is in the set.</summary>
    public bool IsOfAll { get; private set; }

    /// <summary>Whether any id is in the set.</summary>
    public bool Any => IsOfAll || _ids.Count > 0;

    /// <summary>The ids; none when the set is of all.</summary>
    public IReadOnlyCollection<string> Ids => _ids;

    public bool Contains(string id) => IsOfAll || _ids.Contains(id);

    public void Add(string id)
    {
        if (!IsOfAll && _ids.Add(id) && _ids.Count > capacity)
            AddAll();
    }

    /// <summary>Every id is in the set from now on.</summary>
    public void AddAll()
    {
        Clear();
        IsOfAll = true;
    }

    /// <summary>Takes an id out, unless the set is of all.</summary>
    public void Remove(string id) => _ids.Remove(id);

    public void Clear()
    {
        _ids.Clear();
        IsOfAll = false;
    }
}
