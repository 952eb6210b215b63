using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Inventory;
using VolumeCount.Logging;
using VolumeCount.Report;
using VolumeCount.Scope.Hosting.Reports;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Tests.Unit.Report;

/// <summary>When a report has the tables of volumes, and when it has only their number.</summary>
public sealed class VolumeCountReportSourceTests
{
    private static readonly InventorySnapshot Snapshot =
        new(
            new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero),
            [Containers.Random(volumeCount: 3), Containers.Random(volumeCount: 0)]);

    private readonly RecordingLogger<VolumeCountReportSource> _log = new();
    private readonly FakeTimeProvider _time = new(Snapshot.Time);

    [Fact]
    public void Report_OfExactlyTheBudget_HasTheTables()
    {
        var size = Render(long.MaxValue).Length;

        Assert.Contains("volumes_/data/000", Render(size), StringComparison.Ordinal);
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
        var snapshot =
            Snapshot with { Containers = [.. Enumerable.Range(0, 100).Select(_ => Containers.Random(volumeCount: 2))] };
        var all = Text(Renderer(budget: 0).Render(snapshot)).Length;

        var counts = Text(Renderer(long.MaxValue, maxSize: all).Render(snapshot));
        var cut = Text(Renderer(long.MaxValue, maxSize: all - 1).Render(snapshot));

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
        Assert.Matches(
            "^With the tables of volumes, the report would have [0-9]+ bytes or more, and its budget is 1000", message);
    }

    [Fact]
    public void Tables_WhenTheyFitAgain_AreBackAndThatIsTold()
    {
        var renderer = Renderer(budget: 2500);
        var many = Snapshot with { Containers = [.. Snapshot.Containers, Containers.Random(volumeCount: 20)] };

        renderer.Render(many).Dispose();
        _time.Advance(VolumeCountReportSource.RetryDelay);
        var report = Text(renderer.Render(Snapshot));

        Assert.Contains("volumes_/data/000", report, StringComparison.Ordinal);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Lines.Select(line => line.Level));
    }

    [Fact]
    public void Tables_ThatWereTooBig_AreNotTriedAgainAtOnce()
    {
        var renderer = Renderer(budget: 2500);
        var many = Snapshot with { Containers = [.. Snapshot.Containers, Containers.Random(volumeCount: 30)] };

        renderer.Render(many).Dispose();
        _time.Advance(VolumeCountReportSource.RetryDelay - TimeSpan.FromMilliseconds(1));
        var report = Text(renderer.Render(Snapshot));

        Assert.DoesNotContain("volumes_/", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Container_WithoutMounts_TakesMoreThanTheMinimumSize()
    {
        var container = Containers.Random(volumeCount: 0);
        var other = Containers.Random(volumeCount: 0);

        var size = Text(Renderer(long.MaxValue).Render(Snapshot with { Containers = [container, other] })).Length
            - Text(Renderer(long.MaxValue).Render(Snapshot with { Containers = [container] })).Length - other.Id.Length;

        Assert.InRange(size, VolumeCountReportSource.MinBytesPerContainer, 2 * VolumeCountReportSource.MinBytesPerContainer);
    }

    [Fact]
    public void Mount_OfTheShortestWords_TakesMoreThanTheMinimumSize()
    {
        var mount = new Mount("/", "x", null, null, IsWritable: true);
        var container = Containers.Random(volumeCount: 0);

        var without = Size(container);
        var with = Size(container with { Mounts = [mount, mount with { Destination = "/a" }] });

        Assert.InRange(
            (with - without) / 2, VolumeCountReportSource.MinBytesPerMount, 2 * VolumeCountReportSource.MinBytesPerMount);

        int Size(Container only) => Text(Renderer(long.MaxValue).Render(Snapshot with { Containers = [only] })).Length;
    }

    [Fact]
    public void Change_OfTheInventory_IsOneOfTheReport()
    {
        using var publisher = Publisher(_time);
        using var usage = UsageOf(new StubEngine([]), _time);
        var source = new VolumeCountReportSource(publisher, usage, new ReportOptions(), _time, _log);
        var changes = 0;
        void Count() => changes++;

        source.Changed += Count;
        publisher.Publish([]);
        source.Changed -= Count;
        publisher.Publish(Snapshot.Containers);

        Assert.Equal(1, changes);
    }

    [Fact]
    public void Report_IsRenderedAgainWhenContainersChanged()
    {
        var renderer = Renderer(long.MaxValue);

        using var first = renderer.Render(Snapshot);
        using var unchanged = renderer.Render(Snapshot with { Time = Snapshot.Time.AddMilliseconds(500) });
        using var changed = renderer.Render(Snapshot with { Containers = [Containers.Random(volumeCount: 1)] });

        Assert.Same(first, unchanged);
        Assert.NotSame(first, changed);
    }

    [Fact]
    public void Report_CutAgainAndAgain_HasTheSameContainersAndIsLoggedOnce()
    {
        var snapshot =
            Snapshot with { Containers = [.. Enumerable.Range(0, 100).Select(_ => Containers.Random(volumeCount: 0))] };
        var renderer = Renderer(long.MaxValue, maxSize: 10_000);

        using var first = renderer.Render(snapshot);
        using var second = renderer.Render(snapshot with { Containers = [.. snapshot.Containers.Reverse()] });

        Assert.InRange(first.Body.Length, 9_000, 10_000);
        Assert.Equal(Ids(first), Ids(second));
        Assert.Equal(
            snapshot.Containers.Select(
                container => $"{container.Id};<container>").Order(StringComparer.Ordinal).Take(Ids(first).Length),
            Ids(first));
        Assert.Single(_log.Lines, line => line.EventId == LogEvents.ReportCut);

        static string[] Ids(RenderedReport report) =>
            [.. JsonNode.Parse(report.Body.Span)!["Container"]!["nodes"]!.AsObject().Select(node => node.Key)];
    }

    [Fact]
    public void Report_CutAgainAfterItFitted_IsLoggedAgain()
    {
        var renderer = Renderer(long.MaxValue, maxSize: 10_000);
        var many =
            Snapshot with { Containers = [.. Enumerable.Range(0, 100).Select(_ => Containers.Random(volumeCount: 0))] };

        renderer.Render(many).Dispose();
        renderer.Render(Snapshot with { Containers = [Containers.Random(volumeCount: 0)] }).Dispose();
        renderer.Render(many).Dispose();

        Assert.Equal(2, _log.Lines.Count(line => line.EventId == LogEvents.ReportCut));
    }

    [Fact]
    public void Report_WhereNoContainerFits_HasNone()
    {
        var empty = Text(Renderer(budget: 0).Render(Snapshot with { Containers = [] })).Length;

        var report = Text(Renderer(budget: 0, maxSize: empty + 1).Render(Snapshot));

        Assert.Empty(JsonNode.Parse(report)!["Container"]!["nodes"]!.AsObject());
    }

    [Fact]
    public async Task Usage_IsReadWithEachReportAndKeptWhenTheTablesAreLeftOut()
    {
        var container = Snapshot.Containers[0] with { Description = new ContainerDescription { State = "running" } };
        var engine = new StubEngine([]) { Measure = () => [new UsageSample(container.Id, Snapshot.Time, null, 300, null)] };
        using var usage = UsageOf(engine, _time);
        using var publisher = Publisher(_time);
        publisher.Publish([container]);
        var source = new VolumeCountReportSource(publisher, usage, new ReportOptions { Budget = 500 }, _time, _log);

        source.GetReport();
        await usage.MeasureAsync(TestContext.Current.CancellationToken);
        var report = source.GetReport();

        Assert.Equal(300, Assert.Single(report.Containers.Single().Memory).Value);
        Assert.True(source.TryReduce(report, size: 501, maxSize: 1000, out var smaller));
        Assert.Empty(smaller.Containers.Single().Volumes);
        Assert.Equal(300, Assert.Single(smaller.Containers.Single().Memory).Value);
        Assert.Equal(300, Assert.Single(smaller.Take(1).Containers.Single().Memory).Value);
    }

    private static SnapshotPublisher Publisher(TimeProvider timeProvider) =>
        new(new InventoryOptions(), timeProvider, new RecordingLogger<ContainerInventory>());

    private static UsageMonitor UsageOf(StubEngine engine, TimeProvider timeProvider) =>
        new(engine, new Machine(1, 1000), timeProvider, new RecordingLogger<UsageMonitor>());

    private string Render(long budget) => Text(Renderer(budget).Render(Snapshot));

    private SourceRenderer Renderer(long budget, long maxSize = Limits.MaxBodyBytes) =>
        new(budget, maxSize, _time, _log);

    private static string Text(RenderedReport report) => Encoding.UTF8.GetString(report.Body.Span);

    /// <summary>Renders snapshots through the source.</summary>
    private sealed class SourceRenderer(
        long budget, long maxSize, TimeProvider timeProvider, ILogger<VolumeCountReportSource> logger)
    {
        private readonly SnapshotPublisher _publisher = Publisher(timeProvider);
        private ReportRenderer<VolumeCountReport>? _renderer;

        public RenderedReport Render(InventorySnapshot snapshot)
        {
            _publisher.Publish(snapshot.Containers);
            _renderer ??= new ReportRenderer<VolumeCountReport>(
                VolumeCountReportContext.Plugin,
                new VolumeCountReportSource(
                    _publisher,
                    UsageOf(new StubEngine([]), timeProvider),
                    new ReportOptions { Budget = budget },
                    timeProvider,
                    logger),
                timeProvider,
                new RecordingLogger<ReportRenderer<VolumeCountReport>>(),
                maxSize);
            return _renderer.Render();
        }
    }
}
