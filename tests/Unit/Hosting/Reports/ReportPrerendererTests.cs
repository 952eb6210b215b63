using Microsoft.Extensions.Time.Testing;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Tests.Unit.Hosting.Reports;

public sealed class ReportPrerendererTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly Renderer _renderer = new();
    private readonly Source _source = new();
    private readonly ReportPrerenderer<string> _prerenderer;

    public ReportPrerendererTests() => _prerenderer = new(_renderer, _source, _time);

    [Fact]
    public void Report_IsRenderedOnceASecond()
    {
        for (var i = 0; i < 3; i++)
            _time.Advance(ReportPrerenderer<string>.Interval);

        Assert.Equal(3, _renderer.Count);
    }

    [Fact]
    public void Changes_WithinTheDebounceDelay_ShareOneRendering()
    {
        _source.RaiseChanged();
        _time.Advance(ReportPrerenderer<string>.DebounceDelay / 2);
        _source.RaiseChanged();
        _time.Advance(ReportPrerenderer<string>.DebounceDelay / 2);

        Assert.Equal(1, _renderer.Count);

        _source.RaiseChanged();
        _time.Advance(ReportPrerenderer<string>.DebounceDelay);

        Assert.Equal(2, _renderer.Count);
    }

    [Fact]
    public void Change_DelaysTheNextRegularRendering()
    {
        _source.RaiseChanged();
        _time.Advance(ReportPrerenderer<string>.DebounceDelay);
        _time.Advance(ReportPrerenderer<string>.Interval - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, _renderer.Count);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(2, _renderer.Count);
    }

    [Fact]
    public async Task Stop_EndsTheRenderings()
    {
        await _prerenderer.StopAsync(TestContext.Current.CancellationToken);

        _source.RaiseChanged();
        _time.Advance(10 * ReportPrerenderer<string>.Interval);

        Assert.Equal(0, _renderer.Count);
    }

    public async ValueTask InitializeAsync() => await _prerenderer.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _prerenderer.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Renderer : IReportRenderer
    {
        public int Count { get; private set; }

        public RenderedReport Render() =>
            throw new InvalidOperationException("Requests render; the prerenderer renders ahead.");

        public void RenderAhead() => Count++;
    }

    private sealed class Source : IReportSource<string>
    {
        public event Action? Changed;

        public string GetReport() => "";

        public void RaiseChanged() => Changed?.Invoke();
    }
}
