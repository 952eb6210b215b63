using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>
/// Renders the report of a source, for all requests until it changes or is older than <see cref="MaxAge"/>. While the source
/// fails, the last report is used for <see cref="Window"/>, and then one without nodes.
/// </summary>
internal sealed class ReportRenderer<TReport>(
    PluginDefinition<TReport> plugin,
    IReportSource<TReport> source,
    TimeProvider timeProvider,
    ILogger<ReportRenderer<TReport>> logger,
    long maxSize = Limits.MaxBodyBytes) : IReportRenderer
{
    /// <summary>
    /// The time for which the last report is used while the source fails: Scope itself forgets a node after this time.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The age up to which a report is sent: a little more than the second in which the next is rendered ahead.
    /// </summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1.2);

    /// <summary>The time after the last request in which reports are rendered ahead.</summary>
    public static readonly TimeSpan MaxIdleTime = TimeSpan.FromSeconds(5);

    private RenderedReport? _current;
    private RenderedReport? _spare;
    private long _lastRequest;
    private bool _isFailing;
    private bool _isTooLarge;

    public RenderedReport Render()
    {
        Interlocked.Exchange(ref _lastRequest, timeProvider.GetTimestamp());
        var current = TryAddReferenceToCurrent();
        try
        {
            if (current is not null && Age(current) <= MaxAge && source.IsCurrent((TReport)current.Source!))
                return current;

            var rendered = RenderNew();
            current?.Dispose();
            return rendered;
        }
        catch (Exception e)
        {
            LogFailure(e);
            if (current is not null && Age(current) < Window)
                return current;
            current?.Dispose();
            return RenderEmpty();
        }
    }

    public void RenderAhead()
    {
        var lastRequest = Interlocked.Read(ref _lastRequest);
        if (lastRequest == 0 || timeProvider.GetElapsedTime(lastRequest) > MaxIdleTime)
            return;

        try
        {
            RenderNew().Dispose();
        }
        catch (Exception e)
        {
            LogFailure(e);
        }
    }

    private RenderedReport? TryAddReferenceToCurrent()
    {
        var current = Volatile.Read(ref _current);
        return current?.TryAddReference() == true ? current : null;
    }

    private TimeSpan Age(RenderedReport report) => timeProvider.GetElapsedTime(report.Timestamp);

    private void LogFailure(Exception exception)
    {
        if (!Interlocked.Exchange(ref _isFailing, true))
            logger.LogReportFailed(Window.TotalSeconds, exception);
    }

    private RenderedReport RenderNew()
    {
        var rendered = Rent();
        try
        {
            var report = source.GetReport();
            plugin.Write(rendered.Buffer, report);
            while (source.TryReduce(report, rendered.Buffer.Length, maxSize, out var smaller))
            {
                report = smaller;
                rendered.Buffer.Clear();
                plugin.Write(rendered.Buffer, report);
            }

            LimitSize(rendered.Buffer);
            rendered.Complete(report, timeProvider);
        }
        catch
        {
            Free(rendered);
            throw;
        }

        if (Interlocked.Exchange(ref _isFailing, false))
            logger.LogReportWorksAgain();
        rendered.TryAddReference();
        Interlocked.Exchange(ref _current, rendered)?.Dispose();
        return rendered;
    }

    private RenderedReport RenderEmpty()
    {
        var rendered = Rent();
        WriteEmpty(rendered.Buffer);
        rendered.Complete(null, timeProvider);
        return rendered;
    }

    private void LimitSize(ReportBuffer buffer)
    {
        var size = buffer.Length;
        var isTooLarge = size > maxSize;
        if (isTooLarge)
            WriteEmpty(buffer);
        if (Interlocked.Exchange(ref _isTooLarge, isTooLarge) != isTooLarge && isTooLarge)
            logger.LogReportTooLarge(size, maxSize);
    }

    private void WriteEmpty(ReportBuffer buffer)
    {
        buffer.Clear();
        plugin.EmptyReport.Span.CopyTo(buffer.GetSpan(plugin.EmptyReport.Length));
        buffer.Advance(plugin.EmptyReport.Length);
    }

    private RenderedReport Rent()
    {
        var rendered = Interlocked.Exchange(ref _spare, null) ?? new RenderedReport(Free);
        rendered.Buffer.Clear();
        return rendered;
    }

    private void Free(RenderedReport report) => Volatile.Write(ref _spare, report);
}
