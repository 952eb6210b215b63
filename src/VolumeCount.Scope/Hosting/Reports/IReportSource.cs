namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>
/// Provides the report that a probe requests every second. It returns from memory, because a probe waits for at most 500 ms.
/// Any thread may call it, several at once. While it throws, probes get the last report for 15 s, and then one without
/// nodes.
/// </summary>
/// <typeparam name="TReport">The type of the report.</typeparam>
public interface IReportSource<TReport>
{
    /// <summary>Returns the report as of now.</summary>
    TReport GetReport();

    /// <summary>
    /// Raised when anything but the time of the report has changed. The report is then rendered ahead of the next request.
    /// The report of a source without this event is rendered once a second while a probe requests it.
    /// </summary>
    event Action? Changed
    {
        add { }
        remove { }
    }

    /// <summary>
    /// Whether <see cref="GetReport"/> would return the same report, except for its time, as it did a second ago or less.
    /// Then the report is not rendered again. True by default.
    /// </summary>
    /// <param name="report">The earlier report.</param>
    bool IsCurrent(TReport report) => true;

    /// <summary>Returns a smaller report to replace one that is too large. By default it returns false.</summary>
    /// <param name="report">The report that was rendered.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="maxSize">The largest size, in bytes, that Scope accepts. The source may have a smaller limit.</param>
    /// <param name="smaller">The smaller report.</param>
    /// <returns>Whether there is a smaller report. It is rendered, and its size is checked again.</returns>
    bool TryReduce(TReport report, long size, long maxSize, out TReport smaller)
    {
        smaller = report;
        return false;
    }
}
