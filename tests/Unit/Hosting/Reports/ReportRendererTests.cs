using System.Buffers;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Scope.Controls;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Tests.Unit.Hosting.Reports;

public sealed class ReportRendererTests
{
    private const string Empty = """{"Plugins":[]}""";

    private static readonly PluginDefinition<string> Plugin = new(
        "test", "Test", "", Encoding.UTF8.GetBytes(Empty), (output, report) => output.Write(Encoding.UTF8.GetBytes(report)),
        new ControlRouter([]));

    private readonly RecordingLogger<ReportRenderer<string>> _log = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));
    private readonly Source _source = new();

    [Fact]
    public void Response_IsTheBodyWithItsHead()
    {
        using var rendered = Renderer().Render();

        Assert.Equal(
            "HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Type: application/json\r\nDate: Mon, 23 Nov 2026 05:00:00 "
                + "GMT\r\n\r\nreport 1",
            Encoding.UTF8.GetString(rendered.Response.Span));
    }

    [Fact]
    public void Report_UpToItsMaximumAge_IsSentAgain()
    {
        var renderer = Renderer();

        using var first = renderer.Render();
        _time.Advance(ReportRenderer<string>.MaxAge);
        using var second = renderer.Render();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        using var later = renderer.Render();

        Assert.Same(first, second);
        Assert.NotSame(first, later);
        Assert.Equal("report 2", Text(later));
    }

    [Fact]
    public void Report_RenderedAhead_IsWhatTheNextRequestGets()
    {
        var renderer = Renderer();
        renderer.Render().Dispose();
        _time.Advance(ReportRenderer<string>.MaxAge);

        renderer.RenderAhead();
        _time.Advance(ReportRenderer<string>.MaxAge);
        using var rendered = renderer.Render();

        Assert.Equal("report 2", Text(rendered));
        Assert.Equal(2, _source.Count);
    }

    [Fact]
    public void RenderAhead_WithoutARecentRequest_RendersNothing()
    {
        var renderer = Renderer();

        renderer.RenderAhead();
        renderer.Render().Dispose();
        _time.Advance(ReportRenderer<string>.MaxIdleTime + TimeSpan.FromMilliseconds(1));
        renderer.RenderAhead();

        Assert.Equal(1, _source.Count);
    }

    [Fact]
    public void RenderAhead_OfASourceThatThrows_LogsIt()
    {
        var renderer = Renderer();
        renderer.Render().Dispose();
        _source.Error = new InvalidOperationException("no sensor");

        renderer.RenderAhead();

        Assert.Equal([HostingLogEvents.ReportFailed], _log.Lines.Select(line => line.EventId));
    }

    [Fact]
    public void Report_ThatIsNoLongerCurrent_IsRenderedAgain()
    {
        _source.IsAlwaysCurrent = false;
        var renderer = Renderer();

        using var first = renderer.Render();
        using var second = renderer.Render();

        Assert.Equal(("report 1", "report 2"), (Text(first), Text(second)));
    }

    [Fact]
    public void Rendering_ThatIsStillRead_IsNotOverwritten()
    {
        _source.IsAlwaysCurrent = false;
        var renderer = Renderer();
        using var slow = renderer.Render();

        for (var i = 0; i < 10; i++)
            renderer.Render().Dispose();

        Assert.Equal("report 1", Text(slow));
    }

    [Fact]
    public void Rendering_WithoutReaders_LendsItsMemoryToALaterOne()
    {
        _source.IsAlwaysCurrent = false;
        var renderer = Renderer();

        var renderings = Enumerable.Range(0, 10).Select(_ =>
        {
            using var rendering = renderer.Render();
            return rendering;
        });

        Assert.Equal(2, renderings.Distinct().Count());
    }

    [Fact]
    public async Task Requests_OfManyThreads_GetWholeReports()
    {
        _source.IsAlwaysCurrent = false;
        var renderer = Renderer();

        await Parallel.ForAsync(0, 20_000, TestContext.Current.CancellationToken, (_, _) =>
        {
            using var rendering = renderer.Render();
            Assert.Matches("^report [0-9]+$", Text(rendering));
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Report_ThatIsTooLarge_IsReducedUntilItFits()
    {
        _source.Next = "0123456789";

        using var rendered = Renderer(maxSize: 7).Render();

        Assert.Equal("0123456", Text(rendered));
    }

    [Fact]
    public void Report_ThatCannotBeReduced_IsReplacedByAnEmptyOneAndLoggedOnce()
    {
        _source.CanReduce = false;
        _source.IsAlwaysCurrent = false;
        _source.Next = new string('x', 100);
        var renderer = Renderer(maxSize: 50);

        using var rendered = renderer.Render();
        renderer.Render().Dispose();

        Assert.Equal(Empty, Text(rendered));
        var (level, id, _) = Assert.Single(_log.Lines);
        Assert.Equal((LogLevel.Error, HostingLogEvents.ReportTooLarge), (level, id));
    }

    [Fact]
    public void Source_ThatThrows_LeavesTheLastReportForTheWindowAndThenAnEmptyOne()
    {
        var renderer = Renderer();
        renderer.Render().Dispose();
        _source.Error = new InvalidOperationException("no sensor");

        using var atOnce = renderer.Render();
        _time.Advance(ReportRenderer<string>.Window - TimeSpan.FromMilliseconds(1));
        using var within = renderer.Render();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        using var after = renderer.Render();
        _source.Error = null;
        using var again = renderer.Render();

        Assert.Equal(["report 1", "report 1", Empty, "report 2"], new[] { atOnce, within, after, again }.Select(Text));
        Assert.Equal(
            [HostingLogEvents.ReportFailed, HostingLogEvents.ReportWorksAgain], _log.Lines.Select(line => line.EventId));
    }

    [Fact]
    public void Source_ThatThrowsFromTheBeginning_LeavesThePluginRegistered()
    {
        _source.Error = new InvalidOperationException("no sensor");

        using var rendered = Renderer().Render();

        Assert.Equal(Empty, Text(rendered));
    }

    private ReportRenderer<string> Renderer(long maxSize = 1000) => new(Plugin, _source, _time, _log, maxSize);

    private static string Text(RenderedReport report) => Encoding.UTF8.GetString(report.Body.Span);

    private sealed class Source : IReportSource<string>
    {
        private int _count;

        public int Count => _count;

        public bool IsAlwaysCurrent { get; set; } = true;

        public bool CanReduce { get; set; } = true;

        public string? Next { get; set; }

        public Exception? Error { get; set; }

        public string GetReport() => Error is null ? Next ?? $"report {Interlocked.Increment(ref _count)}" : throw Error;

        public bool IsCurrent(string report) => Error is null ? IsAlwaysCurrent : throw Error;

        public bool TryReduce(string report, long size, long maxSize, out string smaller)
        {
            smaller = CanReduce && size > maxSize ? report[..^1] : report;
            return smaller.Length < report.Length;
        }
    }
}
