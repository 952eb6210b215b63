using System.Text;

namespace VolumeCount.Scope.Writing;

/// <summary>
/// The ids of the rows that were written to a table, each once. Each thread has one instance, which is used for one table
/// after the other.
/// </summary>
internal sealed class RowIds
{
    [ThreadStatic]
    private static RowIds? _ofThread;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private RowIds()
    {
    }

    public static RowIds OfThread => _ofThread ??= new RowIds();

    public void Clear() => _ids.Clear();

    /// <summary>
    /// Adds an id; false if the table already has it. All lone surrogates are written as the same character, and so are
    /// equal.
    /// </summary>
    public bool Add(string id)
    {
        foreach (var rune in id.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return _ids.Add(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(id)));
        }

        return _ids.Add(id);
    }
}
