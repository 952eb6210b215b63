using VolumeCount.Inventory;
using VolumeCount.Logging;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Report;

/// <summary>
/// Reports the inventory. A report with tables that is larger than the budget is sent without them: a probe that cannot
/// read a report in time loses the counts as well. Containers are left out only of a report that Scope would refuse.
/// </summary>
internal sealed class VolumeCountReportSource(
    SnapshotPublisher inventory,
    UsageMonitor usage,
    ReportOptions options,
    TimeProvider timeProvider,
    ILogger<VolumeCountReportSource> logger)
    : IReportSource<VolumeCountReport>
{
    /// <summary>How soon tables are tried again after a report with them was too large.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The fewest bytes that a container takes beside its id: the end of the node's id, and the count with a key and a time.
    /// </summary>
    public const int MinBytesPerContainer = 80;

    /// <summary>The fewest bytes that a mount takes in the list: a key, a time and a value.</summary>
    public const int MinBytesPerMount = 60;

    // Of the last snapshot with tables: all snapshots have the same array while no container changes.
    private SharedVolumes? _shared;
    private long _tooLargeSince;
    private bool _isWithoutTables;
    private bool _isCut;

    public event Action? Changed
    {
        add => inventory.Changed += value;
        remove => inventory.Changed -= value;
    }

    public VolumeCountReport GetReport()
    {
        var snapshot = inventory.Current;
        return VolumeCountReport.From(
            snapshot, MayFitWithTables(snapshot) ? Share(snapshot) : null, usage.Read());
    }

    public bool IsCurrent(VolumeCountReport report) => inventory.Current.Containers == report.Snapshot.Containers;

    public bool TryReduce(VolumeCountReport report, long size, long maxSize, out VolumeCountReport smaller)
    {
        if (report.HasVolumes)
            return TryRemoveTables(report, size, maxSize, out smaller);

        smaller = report;
        var containers = report.Count;
        if (size > maxSize && containers > 0)
        {
            // Containers have about the same size; one fewer at least, so that this ends.
            var fitting = Math.Min((int)(containers * (double)maxSize / size), containers - 1);
            smaller = report.Take(fitting);
            return true;
        }

        LogCut(report, maxSize);
        return false;
    }

    private SharedVolumes Share(InventorySnapshot snapshot)
    {
        if (Volatile.Read(ref _shared) is { } shared && shared.Containers == snapshot.Containers)
            return shared;

        shared = SharedVolumes.Of(snapshot.Containers);
        Volatile.Write(ref _shared, shared);
        return shared;
    }

    // A report that is certain to be too large is not rendered with tables, and one that only may be is once in a while.
    private bool MayFitWithTables(InventorySnapshot snapshot)
    {
        var minSize = snapshot.Containers.Sum(static container =>
            MinBytesPerContainer + container.Id.Length + (long)(MinBytesPerMount * container.VolumeCount));
        if (minSize > options.Budget)
        {
            LogTables(areOmitted: true, minSize, options.Budget);
            return false;
        }

        var tooLargeSince = Interlocked.Read(ref _tooLargeSince);
        return tooLargeSince == 0 || timeProvider.GetElapsedTime(tooLargeSince) >= RetryDelay;
    }

    private bool TryRemoveTables(VolumeCountReport report, long size, long maxSize, out VolumeCountReport smaller)
    {
        var budget = Math.Min(options.Budget, maxSize);
        var fits = size <= budget;
        Interlocked.Exchange(ref _tooLargeSince, fits ? 0 : timeProvider.GetTimestamp());
        LogTables(areOmitted: !fits, size, budget);
        smaller = fits ? report : report.WithoutVolumes();
        return !fits;
    }

    private void LogTables(bool areOmitted, long size, long budget)
    {
        if (Interlocked.Exchange(ref _isWithoutTables, areOmitted) == areOmitted)
            return;

        if (areOmitted)
            logger.LogTablesOmitted(size, budget);
        else
            logger.LogTablesRestored(size, budget);
    }

    private void LogCut(VolumeCountReport report, long maxSize)
    {
        var all = report.Snapshot.Containers.Length;
        var isCut = report.Count < all;
        if (Interlocked.Exchange(ref _isCut, isCut) != isCut && isCut)
            logger.LogReportCut(maxSize >> 20, all, report.Count);
    }
}
