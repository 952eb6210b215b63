namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>
/// Renders the report of a source, once for all requests of a second. While the source fails, the last report is used for
/// <see cref="Window"/>, and then one without nodes.
/// </summary>
/// <param name="plugin">Has the writer of the report.</param>
/// <param name="source">Provides the report.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The logger.</param>
/// <param name="maxSize">The largest size of a report, in bytes.</param>
internal sealed class ReportRenderer<TReport>(
    PluginDefinition<TReport> plugin,
    IReportSource<TReport> source,
    TimeProvider timeProvider,
    ILogger<ReportRenderer<TReport>> logger,
    long maxSize = ReportRenderer<TReport>.MaxSize) : IReportRenderer
{
    /// <summary>How long the last report is used while the source fails: Scope itself forgets a node after this time.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(15);

    /// <summary>The size of the largest body that Scope's probe reads.</summary>
    public const long MaxSize = 50 << 20;

    private RenderedReport? _current;
    private RenderedReport? _spare;
    private long _renderedAt;
    private bool _isFailing;
    private bool _isTooLarge;

    /// <inheritdoc/>
    public RenderedReport Render()
    {
        var now = timeProvider.GetUtcNow();
        var current = Volatile.Read(ref _current);
        if (current?.TryAddReference() != true)
            current = null;

        try
        {
            if (current is not null
                && current.Second == RenderedReport.SecondOf(now)
                && source.IsCurrent((TReport)current.Source!))
            {
                return current;
            }

            var rendered = Render(now);
            current?.Dispose();
            return rendered;
        }
        catch (Exception e)
        {
            if (!Interlocked.Exchange(ref _isFailing, true))
                logger.LogReportFailed(Window.TotalSeconds, e);
            if (current is not null && timeProvider.GetElapsedTime(Interlocked.Read(ref _renderedAt)) < Window)
                return current;
            current?.Dispose();
            return RenderEmpty(now);
        }
    }

    private RenderedReport Render(DateTimeOffset now)
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
            rendered.Complete(report, now);
        }
        catch
        {
            Free(rendered);
            throw;
        }

        if (Interlocked.Exchange(ref _isFailing, false))
            logger.LogReportWorksAgain();
        Interlocked.Exchange(ref _renderedAt, timeProvider.GetTimestamp());
        rendered.TryAddReference();
        Interlocked.Exchange(ref _current, rendered)?.Dispose();
        return rendered;
    }

    private RenderedReport RenderEmpty(DateTimeOffset now)
    {
        var rendered = Rent();
        WriteEmpty(rendered.Buffer);
        rendered.Complete(null, now);
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
