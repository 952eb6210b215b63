namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>
/// Renders the report ahead of the request, so that a request only sends it. It renders once a second, and shortly after a
/// change, as long as the last request was a few seconds ago at most.
/// </summary>
internal sealed class ReportPrerenderer<TReport>(
    IReportRenderer renderer,
    IReportSource<TReport> source,
    TimeProvider timeProvider) : IHostedService, IDisposable
{
    /// <summary>The time between two renderings without a change.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The time from a change to the rendering, which includes further changes in this time.</summary>
    public static readonly TimeSpan DebounceDelay = TimeSpan.FromMilliseconds(50);

    private ITimer? _timer;
    private bool _isChangePending;
    private bool _isRendering;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = timeProvider.CreateTimer(
            static self => ((ReportPrerenderer<TReport>)self!).Render(), this, Interval, Interval);
        source.Changed += OnChanged;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        source.Changed -= OnChanged;
        _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private void OnChanged()
    {
        if (!Interlocked.Exchange(ref _isChangePending, true))
            _timer!.Change(DebounceDelay, Interval);
    }

    private void Render()
    {
        // The timer does not wait for a rendering that takes longer than its interval.
        if (Interlocked.Exchange(ref _isRendering, true))
            return;

        Interlocked.Exchange(ref _isChangePending, false);
        renderer.RenderAhead();
        Interlocked.Exchange(ref _isRendering, false);
    }
}
