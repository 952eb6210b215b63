using System.Buffers;
using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>Keeps a report within what Scope takes: a larger one would be lost as a whole.</summary>
/// <param name="maxBytes">The size of the largest report.</param>
/// <param name="logger">Is told when containers begin, or cease, to be left out.</param>
internal sealed partial class ReportLimit(long maxBytes, ILogger<ReportLimit> logger)
{
    /// <summary>The size of the largest body that Scope's probe reads.</summary>
    public const long ScopeMaxBytes = 50 << 20;

    private int _isCutting;

    /// <summary>The size of the largest report.</summary>
    public long MaxBytes => maxBytes;

    /// <summary>Writes as much of the inventory as fits.</summary>
    /// <param name="output">Where the report goes; empty.</param>
    /// <param name="snapshot">What to report.</param>
    /// <param name="write">Writes a report.</param>
    public void Write(
        ReportBuffer output, InventorySnapshot snapshot, Action<IBufferWriter<byte>, InventorySnapshot> write)
    {
        write(output, snapshot);
        var cut = snapshot;
        while (output.Length > maxBytes && cut.Containers.Length > 0)
        {
            // In an order of their own, so that one that comes or goes does not change which of the others are left out.
            if (cut == snapshot)
                cut = cut with { Containers = cut.Containers.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id)) };

            // Containers are of about one size; one fewer at least, so that this ends.
            var fitting = (int)(cut.Containers.Length * (double)maxBytes / output.Length);
            cut = cut with { Containers = cut.Containers[..Math.Min(fitting, cut.Containers.Length - 1)] };
            output.Clear();
            write(output, cut);
        }

        Tell(snapshot.Containers.Length, cut.Containers.Length);
    }

    /// <summary>The same in second after second is told once.</summary>
    private void Tell(int all, int reported)
    {
        if (Interlocked.Exchange(ref _isCutting, reported < all ? 1 : 0) == 0 && reported < all)
            LogCut(maxBytes >> 20, all, reported);
    }
}
