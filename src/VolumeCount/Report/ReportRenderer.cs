using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>
/// Makes the report's bytes out of a snapshot, once for all requests of a second. A report with tables that is bigger than the
/// budget goes without them: a probe that cannot read a report in time loses the counts as well.
/// </summary>
/// <param name="options">Has the budget.</param>
/// <param name="limit">Leaves out what Scope would refuse, when the tables are gone already.</param>
/// <param name="timeProvider">Tells the time of the answer.</param>
/// <param name="logger">Is told when the tables go, and when they are back.</param>
internal sealed partial class ReportRenderer(
    PluginOptions options, ReportLimit limit, TimeProvider timeProvider, ILogger<ReportRenderer> logger)
{
    /// <summary>How soon after a report was too big with tables they are tried again.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    /// <summary>No mount takes less in the table: three cells, with a time in each.</summary>
    public const int LeastBytesPerMount = 200;

    private readonly long _budget = Math.Min(options.ReportBudget, limit.MaxBytes);
    private RenderedReport? _current;
    private RenderedReport? _spare;
    private long _tooBigSince;
    private bool _isWithoutTables;

    /// <summary>The report of <paramref name="snapshot"/>, to be disposed of when it is sent. Nobody waits for anybody else.</summary>
    public RenderedReport Render(InventorySnapshot snapshot)
    {
        var now = timeProvider.GetUtcNow();
        var current = Volatile.Read(ref _current);
        if (current is not null && current.TryHold())
        {
            if (current.IsOf(snapshot, now))
                return current;
            current.Dispose();
        }

        var rendered = Interlocked.Exchange(ref _spare, null) ?? new RenderedReport(Free);
        rendered.Fill(snapshot, now, Write);
        rendered.TryHold();
        Interlocked.Exchange(ref _current, rendered)?.Dispose();
        return rendered;
    }

    private void Free(RenderedReport report) => Volatile.Write(ref _spare, report);

    private void Write(ReportBuffer output, InventorySnapshot snapshot)
    {
        if (TryWriteWithTables(output, snapshot))
            return;

        output.Clear();
        limit.Write(output, snapshot, static (output, snapshot) =>
            VolumeCountReportContext.Write(output, VolumeCountReport.From(snapshot, withVolumes: false)));
    }

    // What is certain to be too big costs no rendering, and what only turns out to be costs one in a while.
    private bool TryWriteWithTables(ReportBuffer output, InventorySnapshot snapshot)
    {
        var least = LeastBytesPerMount * snapshot.Containers.Sum(static container => (long)container.VolumeCount);
        if (least > _budget)
        {
            TellTables(areLeftOut: true, least);
            return false;
        }

        var tooBigSince = Interlocked.Read(ref _tooBigSince);
        if (tooBigSince > 0 && timeProvider.GetElapsedTime(tooBigSince) < RetryDelay)
            return false;

        VolumeCountReportContext.Write(output, VolumeCountReport.From(snapshot));
        var fits = output.Length <= _budget;
        Interlocked.Exchange(ref _tooBigSince, fits ? 0 : timeProvider.GetTimestamp());
        TellTables(areLeftOut: !fits, output.Length);
        return fits;
    }

    private void TellTables(bool areLeftOut, long size)
    {
        if (Interlocked.Exchange(ref _isWithoutTables, areLeftOut) == areLeftOut)
            return;

        if (areLeftOut)
            LogTablesLeftOut(size, _budget);
        else
            LogTablesBack(size, _budget);
    }
}
