namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>
/// Provides the report that a probe asks for each second. It answers from memory: a probe waits for 500 ms at most. Any thread may
/// call it, several at once. While it throws, probes get the last report for 15 s, and then one without nodes.
/// </summary>
/// <typeparam name="TReport">The type of the report.</typeparam>
public interface IReportSource<TReport>
{
    /// <summary>Returns the report as of now.</summary>
    TReport GetReport();

    /// <summary>
    /// Raised when the report has changed by more than its time. The report is then rendered ahead of the next request. A source
    /// without it is rendered once a second while a probe asks.
    /// </summary>
    event Action? Changed
    {
        add { }
        remove { }
    }

    /// <summary>
    /// Whether a report that <see cref="GetReport"/> returned a second ago or less is still what it would return, but for its
    /// time. Then the report is not rendered again. By default it is.
    /// </summary>
    /// <param name="report">The earlier report.</param>
    bool IsCurrent(TReport report) => true;

    /// <summary>Returns a smaller report in the place of one that is too large. By default there is no smaller one.</summary>
    /// <param name="report">The report that was rendered.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="maxSize">The largest size, in bytes, that Scope accepts. The source may have a smaller limit.</param>
    /// <param name="smaller">The smaller report.</param>
    /// <returns>Whether there is a smaller report. It is rendered, and asked about again.</returns>
    bool TryReduce(TReport report, long size, long maxSize, out TReport smaller)
    {
        smaller = report;
        return false;
    }
}
