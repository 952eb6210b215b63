using System.Text.Unicode;

namespace VolumeCount.Scope.Writing;

/// <summary>
/// Collects texts as UTF-8, and sorts them by their bytes, each once: the order that Scope expects of sets. Each thread has
/// one instance, which is used for one set after the other.
/// </summary>
internal sealed class SortedTexts
{
    [ThreadStatic]
    private static SortedTexts? _ofThread;

    private readonly List<Range> _ranges = [];
    private readonly Comparison<Range> _byBytes;
    private byte[] _bytes = new byte[256];
    private int _used;

    private SortedTexts() => _byBytes = (left, right) => Bytes(left).SequenceCompareTo(Bytes(right));

    public int Count => _ranges.Count;

    public ReadOnlySpan<byte> this[int index] => Bytes(_ranges[index]);

    public static SortedTexts Rent()
    {
        var texts = _ofThread ??= new SortedTexts();
        texts._ranges.Clear();
        texts._used = 0;
        return texts;
    }

    /// <summary>Adds a text between a start and an end, unless it is null.</summary>
    public void Add(ReadOnlySpan<byte> start, string? text, ReadOnlySpan<byte> end)
    {
        if (text is null)
            return;

        // No UTF-16 code unit takes more than three bytes.
        var size = start.Length + (text.Length * 3) + end.Length;
        if (_bytes.Length - _used < size)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + size));

        var first = _used;
        start.CopyTo(_bytes.AsSpan(_used));
        _used += start.Length;
        Utf8.FromUtf16(text, _bytes.AsSpan(_used), out _, out var length, replaceInvalidSequences: true);
        _used += length;
        end.CopyTo(_bytes.AsSpan(_used));
        _used += end.Length;
        _ranges.Add(first.._used);
    }

    /// <summary>Sorts the texts, removes duplicates, and returns the number of texts that are left.</summary>
    public int Sort()
    {
        _ranges.Sort(_byBytes);

        var kept = 0;
        for (var i = 0; i < _ranges.Count; i++)
        {
            if (kept == 0 || !Bytes(_ranges[i]).SequenceEqual(Bytes(_ranges[kept - 1])))
                _ranges[kept++] = _ranges[i];
        }

        _ranges.RemoveRange(kept, _ranges.Count - kept);
        return kept;
    }

    private ReadOnlySpan<byte> Bytes(Range range) => _bytes.AsSpan(range);
}
