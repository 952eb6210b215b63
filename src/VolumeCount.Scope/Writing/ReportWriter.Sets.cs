using System.Diagnostics.CodeAnalysis;

namespace VolumeCount.Scope.Writing;

/// <content>The values in <c>sets</c>, <c>counters</c>, <c>parents</c> and <c>adjacency</c>.</content>
public ref partial struct ReportWriter
{
    /// <summary>Writes an integer in <c>counters</c>; leaves it out if it is null.</summary>
    public void Counter(ReadOnlySpan<byte> id, long? value)
    {
        if (value is null)
            return;

        BeginMember(id);
        Number(value.Value);
    }

    /// <summary>
    /// Writes strings, each once and in the order of their bytes; leaves the member out if the collection is empty.
    /// </summary>
    /// <param name="name">The member's name, escaped for JSON.</param>
    /// <param name="values">The strings. Those that are null are left out.</param>
    public void Set<T>(ReadOnlySpan<byte> name, T? values)
        where T : IEnumerable<string?>
    {
        var elements = Elements.AsSpan<T, string?>(values);
        var set = SortedTexts.Rent();
        foreach (var value in elements)
            set.Add(default, value, default);
        WriteSet(name, set);
    }

    /// <summary>Writes the ids of nodes, as <see cref="Set{T}"/> does; leaves out invalid ids.</summary>
    /// <param name="name">The member's name, escaped for JSON.</param>
    /// <param name="ids">
    /// The variable parts of the ids. One that is empty, or contains a semicolon although an end follows, is invalid.
    /// </param>
    /// <param name="start">The text before each of them in the topology's form.</param>
    /// <param name="end">The text after each of them, from a semicolon on.</param>
    public void NodeIds<T>(ReadOnlySpan<byte> name, T? ids, ReadOnlySpan<byte> start, ReadOnlySpan<byte> end)
        where T : IEnumerable<string?>
    {
        var elements = Elements.AsSpan<T, string?>(ids);
        var set = SortedTexts.Rent();
        foreach (var id in elements)
            set.Add(start, IsId(id, end) ? id : null, end);
        WriteSet(name, set);
    }

    /// <summary>Writes the id of one node; see <see cref="NodeIds{T}"/>.</summary>
    public void NodeId(ReadOnlySpan<byte> name, string? id, ReadOnlySpan<byte> start, ReadOnlySpan<byte> end)
    {
        if (!IsId(id, end))
            return;

        BeginMember(name);
        Raw("[\""u8);
        Raw(start);
        Text(id);
        Raw(end);
        Raw("\"]"u8);
    }

    // Scope splits an id at the first semicolon.
    private static bool IsId([NotNullWhen(true)] string? id, ReadOnlySpan<byte> end) =>
        !string.IsNullOrEmpty(id) && (end.IsEmpty || !id.Contains(';'));

    private void WriteSet(ReadOnlySpan<byte> name, SortedTexts set)
    {
        if (set.Sort() == 0)
            return;

        BeginMember(name);
        Raw("["u8);
        for (var i = 0; i < set.Count; i++)
        {
            Next();
            Raw("\""u8);
            Escaped(set[i]);
            Raw("\""u8);
        }

        Raw("]"u8);
    }
}
