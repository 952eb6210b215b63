using System.Globalization;
using System.Text.Unicode;
using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>
/// A report's bytes, for all requests of one second. Whoever holds it may read it; when nobody does any more, its memory serves
/// another report.
/// </summary>
/// <param name="free">Takes the report when nobody holds it.</param>
internal sealed class RenderedReport(Action<RenderedReport> free) : IDisposable
{
    private readonly ReportBuffer _buffer = new();
    private InventorySnapshot _snapshot = InventorySnapshot.Unknown;
    private long _second;
    private int _holders;

    /// <summary>The report, as Scope reads it.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.Body;

    /// <summary>The whole answer to a request for the report, as HTTP/1.1.</summary>
    public ReadOnlyMemory<byte> Answer => _buffer.Answer;

    /// <summary>Whether this is what a report of <paramref name="snapshot"/> would be at that moment, to the byte.</summary>
    public bool IsOf(InventorySnapshot snapshot, DateTimeOffset now) =>
        snapshot.Containers == _snapshot.Containers
        && SecondOf(snapshot.Time) == SecondOf(_snapshot.Time)
        && SecondOf(now) == _second;

    /// <summary>Writes the report anew. Nobody but the caller may hold it, and the caller holds it from then on.</summary>
    public void Fill(InventorySnapshot snapshot, DateTimeOffset now, Action<ReportBuffer, InventorySnapshot> write)
    {
        _snapshot = snapshot;
        _second = SecondOf(now);
        _buffer.Clear();
        write(_buffer, snapshot);

        Span<byte> head = stackalloc byte[256];
        Utf8.TryWrite(
            head,
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Length: {_buffer.Length}\r\nContent-Type: application/json\r\nDate: {now:R}\r\n\r\n",
            out var length);
        _buffer.Prepend(head[..length]);
        Volatile.Write(ref _holders, 1);
    }

    /// <summary>Holds the report; false if nobody holds it any more, and it may be written anew at any moment.</summary>
    public bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return true;
            holders = seen;
        }

        return false;
    }

    /// <summary>Holds the report no longer.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            free(this);
    }

    private static long SecondOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerSecond;
}
