using System.Buffers;
using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>
/// Makes the report's bytes out of a snapshot, once for all requests of a second. A report with tables that is bigger than the
/// budget goes without them: a probe that cannot read a report in time loses the counts as well.
/// </summary>
/// <param name="options">Has the budget.</param>
/// <param name="limit">Leaves out what Scope would refuse, when the tables are gone already.</param>
/// <param name="logger">Is told when the tables go, and when they are back.</param>
internal sealed partial class ReportRenderer(PluginOptions options, ReportLimit limit, ILogger<ReportRenderer> logger)
{
    private readonly long _budget = Math.Min(options.ReportBudget, ReportLimit.ScopeMaxBytes);
    private RenderedReport? _current;
    private RenderedReport? _spare;
    private InventorySnapshot? _tooBig;
    private bool _isWithoutTables;

    /// <summary>The report of <paramref name="snapshot"/>, to be disposed of when it is sent. Nobody waits for anybody else.</summary>
    public RenderedReport Render(InventorySnapshot snapshot)
    {
        var current = Volatile.Read(ref _current);
        if (current is not null && current.TryHold())
        {
            if (current.IsOf(snapshot))
                return current;
            current.Dispose();
        }

        var rendered = Interlocked.Exchange(ref _spare, null) ?? new RenderedReport(Free);
        rendered.Fill(snapshot, Write);
        rendered.TryHold();
        Interlocked.Exchange(ref _current, rendered)?.Dispose();
        return rendered;
    }

    private void Free(RenderedReport report) => Volatile.Write(ref _spare, report);

    private void Write(ArrayBufferWriter<byte> output, InventorySnapshot snapshot)
    {
        if (!IsTooBig(snapshot))
        {
            VolumeCountReportContext.Write(output, VolumeCountReport.From(snapshot));
            var fits = output.WrittenCount <= _budget;
            TellTables(areLeftOut: !fits, output.WrittenCount);
            if (fits)
                return;

            _tooBig = snapshot;
            output.ResetWrittenCount();
        }

        limit.Write(output, snapshot, static (output, snapshot) =>
            VolumeCountReportContext.Write(output, VolumeCountReport.From(snapshot, withVolumes: false)));
    }

    // With the same containers, the report has the same length, whatever the time.
    private bool IsTooBig(InventorySnapshot snapshot) => _tooBig is { } other && other.Containers == snapshot.Containers;

    private void TellTables(bool areLeftOut, int size)
    {
        if (Interlocked.Exchange(ref _isWithoutTables, areLeftOut) == areLeftOut)
            return;

        if (areLeftOut)
            LogTablesLeftOut(size, _budget);
        else
            LogTablesBack(size, _budget);
    }
}
