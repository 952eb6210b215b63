using System.Buffers;
using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>
/// Makes the report's bytes out of a snapshot. A report with tables that is bigger than the budget goes without them: a probe that
/// cannot read a report in time loses the counts as well.
/// </summary>
internal sealed partial class ReportRenderer(PluginOptions options, ILogger<ReportRenderer> logger)
{
    private InventorySnapshot? _tooBig;
    private bool _isWithoutTables;

    /// <summary>The report of <paramref name="snapshot"/>.</summary>
    public ReadOnlyMemory<byte> Render(InventorySnapshot snapshot)
    {
        var output = new ArrayBufferWriter<byte>();
        if (!IsTooBig(snapshot))
        {
            VolumeCountReportContext.Write(output, VolumeCountReport.From(snapshot));
            if (output.WrittenCount <= options.ReportBudget)
            {
                TellTables(areLeftOut: false, output.WrittenCount);
                return output.WrittenMemory;
            }

            TellTables(areLeftOut: true, output.WrittenCount);
            _tooBig = snapshot;
            output.ResetWrittenCount();
        }

        VolumeCountReportContext.Write(output, VolumeCountReport.From(snapshot, withVolumes: false));
        return output.WrittenMemory;
    }

    // With the same containers, the report has the same length, whatever the time.
    private bool IsTooBig(InventorySnapshot snapshot) => _tooBig is { } other && other.Containers == snapshot.Containers;

    private void TellTables(bool areLeftOut, int size)
    {
        if (Interlocked.Exchange(ref _isWithoutTables, areLeftOut) == areLeftOut)
            return;

        if (areLeftOut)
            LogTablesLeftOut(size, options.ReportBudget);
        else
            LogTablesBack(size, options.ReportBudget);
    }
}
