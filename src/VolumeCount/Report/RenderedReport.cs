using System.Buffers;
using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>
/// A report's bytes, for all requests of one second. Whoever holds it may read it; when nobody does any more, its memory serves
/// another report.
/// </summary>
/// <param name="free">Takes the report when nobody holds it.</param>
internal sealed class RenderedReport(Action<RenderedReport> free) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private InventorySnapshot _snapshot = InventorySnapshot.Unknown;
    private int _holders;

    /// <summary>The report, as Scope reads it.</summary>
    public ReadOnlyMemory<byte> Body => _output.WrittenMemory;

    /// <summary>Whether this is what a report of <paramref name="snapshot"/> would be, to the byte.</summary>
    public bool IsOf(InventorySnapshot snapshot) =>
        snapshot.Containers == _snapshot.Containers
        && snapshot.Time.UtcTicks / TimeSpan.TicksPerSecond == _snapshot.Time.UtcTicks / TimeSpan.TicksPerSecond;

    /// <summary>Writes the report anew. Nobody but the caller may hold it, and the caller holds it from then on.</summary>
    public void Fill(InventorySnapshot snapshot, Action<ArrayBufferWriter<byte>, InventorySnapshot> write)
    {
        _output.ResetWrittenCount();
        _snapshot = snapshot;
        write(_output, snapshot);
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
}
