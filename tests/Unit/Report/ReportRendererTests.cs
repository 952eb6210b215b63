using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Inventory;
using VolumeCount.Report;

namespace VolumeCount.Tests.Unit.Report;

/// <summary>When a report has the tables of volumes, and when it has only their number.</summary>
public sealed class ReportRendererTests
{
    private static readonly InventorySnapshot Snapshot =
        new(new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero), [Containers.Random(volumeCount: 3), Containers.Random(volumeCount: 0)]);

    private readonly RecordingLogger<ReportRenderer> _log = new();
    private readonly FakeTimeProvider _time = new(Snapshot.Time);

    [Fact]
    public void Report_OfExactlyTheBudget_HasTheTables()
    {
        var size = Render(long.MaxValue).Length;

        Assert.Contains("volumes_/data/000___mode", Render(size), StringComparison.Ordinal);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void Report_OfAByteMoreThanTheBudget_HasTheCountsAlone()
    {
        var size = Render(long.MaxValue).Length;

        var report = Render(size - 1);

        Assert.DoesNotContain("volumes_/", report, StringComparison.Ordinal);
        Assert.Equal(
            ["3", "0"],
            JsonNode.Parse(report)!["Container"]!["nodes"]!.AsObject()
                .Select(node => node.Value!["latest"]!["volume_count"]!["value"]!.GetValue<string>()));
    }

    [Fact]
    public void Report_OfMoreThanScopeTakes_LosesItsTablesFirstAndThenContainers()
    {
        var snapshot = Snapshot with { Containers = [.. Enumerable.Range(0, 100).Select(_ => Containers.Random(volumeCount: 2))] };
        var all = Text(Renderer(budget: 0).Render(snapshot)).Length;

        var counts = Text(Renderer(long.MaxValue, scopeTakes: all).Render(snapshot));
        var cut = Text(Renderer(long.MaxValue, scopeTakes: all - 1).Render(snapshot));

        Assert.Equal(100, CountsOf(counts));
        Assert.Equal(99, CountsOf(cut));
        Assert.DoesNotContain("volumes_/", counts + cut, StringComparison.Ordinal);

        static int CountsOf(string report) => JsonNode.Parse(report)!["Container"]!["nodes"]!.AsObject().Count;
    }

    [Fact]
    public void Tables_WhenLeftOutAgainAndAgain_AreToldOnce()
    {
        var renderer = Renderer(budget: 1000);

        renderer.Render(Snapshot);
        renderer.Render(Snapshot with { Time = Snapshot.Time.AddSeconds(1) });
        renderer.Render(Snapshot with { Containers = [.. Snapshot.Containers, Containers.Random(volumeCount: 5)] });

        var (level, _, message) = Assert.Single(_log.Lines);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Matches("^With the tables of volumes, the report would have [0-9]+ bytes or more, and its budget is 1000", message);
    }

    [Fact]
    public void Tables_WhenTheyFitAgain_AreBackAndThatIsTold()
    {
        var renderer = Renderer(budget: 2500);
        var many = Snapshot with { Containers = [.. Snapshot.Containers, Containers.Random(volumeCount: 20)] };

        renderer.Render(many).Dispose();
        _time.Advance(ReportRenderer.RetryDelay);
        var report = Text(renderer.Render(Snapshot));

        Assert.Contains("volumes_/data/000___mode", report, StringComparison.Ordinal);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Lines.Select(line => line.Level));
    }

    [Fact]
    public void Tables_ThatWereTooBig_AreNotTriedAgainAtOnce()
    {
        var renderer = Renderer(budget: 2500);
        var many = Snapshot with { Containers = [.. Snapshot.Containers, Containers.Random(volumeCount: 8)] };

        renderer.Render(many).Dispose();
        _time.Advance(ReportRenderer.RetryDelay - TimeSpan.FromMilliseconds(1));
        var report = Text(renderer.Render(Snapshot));

        Assert.DoesNotContain("volumes_/", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Mount_OfTheShortestWords_TakesMoreThanTheLeastSize()
    {
        var mount = new Mount("/", "x", null, null, IsWritable: true);
        var container = Containers.Random(volumeCount: 0);

        var without = Size(container);
        var with = Size(container with { Mounts = [mount, mount with { Destination = "/a" }] });

        Assert.InRange((with - without) / 2, ReportRenderer.LeastBytesPerMount, 2 * ReportRenderer.LeastBytesPerMount);

        int Size(Container only) => Text(Renderer(long.MaxValue).Render(Snapshot with { Containers = [only] })).Length;
    }

    [Fact]
    public void Answer_IsTheBodyWithItsHead()
    {
        using var rendering = Renderer(long.MaxValue).Render(Snapshot);

        Assert.Equal(
            $"HTTP/1.1 200 OK\r\nContent-Length: {rendering.Body.Length}\r\nContent-Type: application/json\r\n"
            + $"Date: Mon, 23 Nov 2026 05:00:00 GMT\r\n\r\n{Text(rendering)}",
            Encoding.UTF8.GetString(rendering.Answer.Span));
    }

    [Fact]
    public void Requests_OfTheSameSecond_ShareOneRendering()
    {
        var renderer = Renderer(long.MaxValue);

        using var first = renderer.Render(Snapshot);
        using var second = renderer.Render(Snapshot with { Time = Snapshot.Time.AddMilliseconds(999) });
        using var later = renderer.Render(Snapshot with { Time = Snapshot.Time.AddSeconds(1) });

        Assert.Same(first, second);
        Assert.NotSame(first, later);
        Assert.Contains("05:00:01Z", Text(later), StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering_ThatIsStillRead_IsNotWrittenOver()
    {
        var renderer = Renderer(long.MaxValue);
        using var slow = renderer.Render(Snapshot);
        var before = Text(slow);

        for (var i = 1; i <= 10; i++)
            renderer.Render(Snapshot with { Time = Snapshot.Time.AddSeconds(i) }).Dispose();

        Assert.Equal(before, Text(slow));
    }

    [Fact]
    public void Rendering_ThatNobodyReads_LendsItsMemoryToALaterOne()
    {
        var renderer = Renderer(long.MaxValue);

        var renderings = Enumerable.Range(0, 10).Select(i =>
        {
            using var rendering = renderer.Render(Snapshot with { Time = Snapshot.Time.AddSeconds(i) });
            return rendering;
        });

        Assert.Equal(2, renderings.Distinct().Count());
    }

    [Fact]
    public async Task Requests_OfManyThreads_GetWholeReportsOfTheirOwnSecond()
    {
        var renderer = Renderer(long.MaxValue);

        await Parallel.ForAsync(0, 20_000, TestContext.Current.CancellationToken, (i, _) =>
        {
            var snapshot = Snapshot with { Time = Snapshot.Time.AddSeconds(i / 50) };
            using var rendering = renderer.Render(snapshot);
            Assert.True(rendering.IsOf(snapshot, _time.GetUtcNow()));
            Assert.Equal(
                $"{snapshot.Time:yyyy-MM-ddTHH:mm:ssZ}",
                JsonNode.Parse(rendering.Body.Span)!["Container"]!["nodes"]!.AsObject().First().Value!["latest"]!["volume_count"]!["timestamp"]!.GetValue<string>());
            return ValueTask.CompletedTask;
        });
    }

    private string Render(long budget) => Text(Renderer(budget).Render(Snapshot));

    private ReportRenderer Renderer(long budget, long scopeTakes = ReportLimit.ScopeMaxBytes) =>
        new(Options(budget), new ReportLimit(scopeTakes, new RecordingLogger<ReportLimit>()), _time, _log);

    private static string Text(RenderedReport report) => Encoding.UTF8.GetString(report.Body.Span);

    private static PluginOptions Options(long budget) => new()
    {
        PluginsDirectory = "/nowhere",
        DockerHost = new Uri("unix:///nowhere"),
        ReportBudget = budget,
        LogFormat = LogFormat.Text,
        LogLevel = LogLevel.None,
    };
}
