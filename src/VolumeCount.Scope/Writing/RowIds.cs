using System.Text;

namespace VolumeCount.Scope.Writing;

/// <summary>
/// The ids of the rows that were written to a table, each once. A thread has one of these, and its memory serves one table after
/// the other.
/// </summary>
internal sealed class RowIds
{
    [ThreadStatic]
    private static RowIds? _ofThread;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private RowIds()
    {
    }

    /// <summary>This thread's own.</summary>
    public static RowIds OfThread => _ofThread ??= new RowIds();

    /// <summary>Forgets all ids.</summary>
    public void Clear() => _ids.Clear();

    /// <summary>Adds an id; false if the table has it already. Lone surrogates are all written as one character.</summary>
    public bool Add(string id) => _ids.Add(HasLoneSurrogate(id) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(id)) : id);

    private static bool HasLoneSurrogate(string id)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (!char.IsSurrogate(id[i]))
                continue;
            if (!char.IsSurrogatePair(id, i))
                return true;
            i++;
        }

        return false;
    }
}
