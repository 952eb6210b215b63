using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace VolumeCount.Scope.Writing;

/// <summary>
/// Writes a report as UTF-8 directly into a buffer. Generated code calls it with literals for everything that is known at
/// compile time. No call allocates, unless it has to copy a collection first; see <see cref="Elements"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ReportWriter
{
    private const int MinSpanLength = 4096;
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string PreciseDateFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    // Printable characters other than quotes and backslashes are written as they are. A program that is compiled for size
    // would search one set of both a character at a time; it searches a range and a pair with vector instructions.
    private static readonly SearchValues<char> Printable =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c)]);
    private static readonly SearchValues<char> Quoting = SearchValues.Create("\"\\");

    // The default encoder would write each angle bracket of a node's id as six bytes.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // No IPv6 address with a scope takes more.
    private const int MaxAddressLength = 64;

    private readonly IBufferWriter<byte> _output;
    private readonly RowIds _rows;
    private readonly Stamp _stamp;
    private Span<byte> _span;
    private int _used;
    private byte _lastFlushed;
    private ReadOnlySpan<byte> _section;
    private bool _hasStandalone;

    /// <summary>Begins a report.</summary>
    /// <param name="output">The buffer for the report.</param>
    /// <param name="time">
    /// The time at which its values were true; written in UTC and whole seconds. The default is replaced with the current
    /// time, because Scope would take it for no time.
    /// </param>
    public ReportWriter(IBufferWriter<byte> output, DateTimeOffset time)
    {
        _output = output;
        _rows = RowIds.OfThread;

        Span<byte> stamp = _stamp;
        Stamp.Start.CopyTo(stamp);
        if (time == default)
            time = TimeProvider.System.GetUtcNow();
        time.UtcDateTime.TryFormat(stamp[Stamp.Start.Length..], out _, DateFormat, CultureInfo.InvariantCulture);
        Stamp.End.CopyTo(stamp[^Stamp.End.Length..]);
    }

    /// <summary>Writes <paramref name="json"/> as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(scoped ReadOnlySpan<byte> json)
    {
        json.CopyTo(Free(json.Length));
        _used += json.Length;
    }

    /// <summary>Writes a comma, unless the next element is the first of its object or array.</summary>
    private void Next()
    {
        if ((_used > 0 ? _span[_used - 1] : _lastFlushed) is not ((byte)'{' or (byte)'['))
            Raw(","u8);
    }

    /// <summary>Begins a node. Its id follows, and then <see cref="EndNodeId"/>.</summary>
    public void BeginNode()
    {
        Next();
        Raw("\""u8);
    }

    /// <summary>Ends the id of a node, and begins its value.</summary>
    /// <param name="end">The end of the topology's form.</param>
    public void EndNodeId(scoped ReadOnlySpan<byte> end)
    {
        Raw(end);
        Raw("\":{"u8);
    }

    /// <summary>
    /// Begins the <c>id</c> of a node that stands alone. The id follows, and then <see cref="EndIdentity"/>.
    /// </summary>
    public void BeginIdentity()
    {
        _hasStandalone = true;
        Raw("\"id\":\""u8);
    }

    /// <summary>Ends the <c>id</c> of a node that stands alone, and writes its <c>topology</c>.</summary>
    /// <param name="end">The end of the topology's form.</param>
    /// <param name="topology">The topology's name.</param>
    public void EndIdentity(scoped ReadOnlySpan<byte> end, scoped ReadOnlySpan<byte> topology)
    {
        Raw(end);
        Raw("\",\"topology\":\""u8);
        Raw(topology);
        Raw("\""u8);
    }

    /// <summary>Ends a topology, whose nodes may stand alone.</summary>
    /// <param name="end">The end without the templates that Scope's own probe sends.</param>
    /// <param name="endWithShared">The end if any node stands alone, with all templates.</param>
    public void EndTopology(scoped ReadOnlySpan<byte> end, scoped ReadOnlySpan<byte> endWithShared)
    {
        Raw(_hasStandalone ? endWithShared : end);
        _hasStandalone = false;
    }

    /// <summary>Ends a node.</summary>
    public void EndNode() => Raw("}"u8);

    /// <summary>Begins the rows of a table.</summary>
    public readonly void BeginRows() => _rows.Clear();

    /// <summary>
    /// Begins a row of a table; false if the table already has a row with that id, because Scope would merge the two.
    /// </summary>
    public readonly bool TryBeginRow(string id) => _rows.Add(id);

    /// <summary>Begins a part of a node, which is left out if it stays empty.</summary>
    /// <param name="name">Its name, a literal.</param>
    public void BeginSection(ReadOnlySpan<byte> name) => _section = name;

    /// <summary>Ends the part that <see cref="BeginSection"/> began.</summary>
    public void EndSection()
    {
        if (_section.IsEmpty)
            Raw("}"u8);
        _section = default;
    }

    /// <summary>Writes <paramref name="text"/> within a string: escaped, and without quotes.</summary>
    public void Text(scoped ReadOnlySpan<char> text)
    {
        if (IsHarmless(text))
        {
            Plain(text);
            return;
        }

        Span<char> escaped = stackalloc char[256];
        while (!text.IsEmpty)
        {
            Encoder.Encode(text, escaped, out var read, out var length);
            Plain(escaped[..length]);
            text = text[read..];
        }
    }

    /// <summary>Writes a number within a string, or without one.</summary>
    public void Number(long value) => Formatted(value);

    /// <summary>Writes an IP address within a string.</summary>
    public void Address(IPAddress address)
    {
        address.TryFormat(Free(MaxAddressLength), out var length);
        _used += length;
    }

    /// <summary>Advances the buffer past everything that was written.</summary>
    public void Complete()
    {
        Advance();
        _span = default;
        _used = 0;
    }

    private void BeginMember(scoped ReadOnlySpan<byte> name)
    {
        BeginMember();
        Name(name);
    }

    private void Name(scoped ReadOnlySpan<byte> name)
    {
        Raw("\""u8);
        Raw(name);
        Raw("\":"u8);
    }

    private void BeginMember()
    {
        if (!_section.IsEmpty)
        {
            Next();
            Name(_section);
            Raw("{"u8);
            _section = default;
        }

        Next();
    }

    private void Formatted<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        var size = 64;
        int length;
        while (!value.TryFormat(Free(size), out length, format, CultureInfo.InvariantCulture))
            size *= 2;
        _used += length;
    }

    private void Date(DateTimeOffset time) => Formatted(time.UtcDateTime, PreciseDateFormat);

    private static bool IsHarmless(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(Printable) && !text.ContainsAny(Quoting);

    private void Plain(scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // A span that is too small gets the characters that fit.
            Utf8.FromUtf16(text, Free(4), out var read, out var written);
            _used += written;
            text = text[read..];
        }
    }

    private void Escaped(scoped ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            // No character takes more than two escapes.
            Encoder.EncodeUtf8(text, Free(12), out var read, out var written);
            _used += written;
            text = text[read..];
        }
    }

    /// <summary>Returns a span of at least <paramref name="size"/> free bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Free(int size)
    {
        if (_span.Length - _used < size)
            Flush(size);

        return _span[_used..];
    }

    // A writer such as a response's body throws if it is advanced, even by 0, before it returned a span.
    private void Advance()
    {
        if (_used == 0)
            return;

        _lastFlushed = _span[_used - 1];
        _output.Advance(_used);
    }

    private void Flush(int size)
    {
        Advance();
        _span = _output.GetSpan(Math.Max(size, MinSpanLength));
        _used = 0;
    }

    /// <summary>
    /// The text between the key and the value of every entry in <c>latest</c>, with the report's time in it.
    /// </summary>
    [InlineArray(Length)]
    private struct Stamp
    {
        private const int Length = 45;

        private byte _first;

        public static ReadOnlySpan<byte> Start => "{\"timestamp\":\""u8;

        public static ReadOnlySpan<byte> End => "\",\"value\":\""u8;
    }
}
