using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Inventory;
using VolumeCount.Logging;
using VolumeCount.Tests.Unit.Report;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>When containers are measured, and what their samples mean.</summary>
public sealed class UsageMonitorTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly Machine Machine = new(ProcessorCount: 4, Memory: 8_000);

    private readonly FakeTimeProvider _time = new(Time);
    private readonly StubEngine _engine = new([]);
    private readonly RecordingLogger<UsageMonitor> _log = new();
    private readonly UsageMonitor _monitor;

    public UsageMonitorTests() => _monitor = new UsageMonitor(_engine, Machine, _time, _log);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstSample_HasTheMemoryAlone()
    {
        var sample = Sample(second: 0, processorSeconds: 10);

        await MeasureAsync(sample);

        Assert.Equal(new ContainerUsage(sample, ProcessorPercent: null, MaxMemory: 8_000), Usage);
    }

    [Fact]
    public async Task NextSample_HasThePercentOfAllProcessors()
    {
        await MeasureAsync(Sample(second: 0, processorSeconds: 10));
        await MeasureAsync(Sample(second: 5, processorSeconds: 12));
        Assert.Equal(10, Usage!.ProcessorPercent);

        await MeasureAsync(Sample(second: 10, processorSeconds: 12));
        Assert.Equal(0, Usage!.ProcessorPercent);

        await MeasureAsync(Sample(second: 15, processorSeconds: 32));
        Assert.Equal(100, Usage!.ProcessorPercent);
    }

    [Theory]
    [InlineData(5, 3.0)]
    [InlineData(5, null)]
    [InlineData(-5, 12.0)]
    public async Task Percent_AfterAResetOfTheCounterOrTheClock_IsNotKnownOnce(int second, double? processorSeconds)
    {
        await MeasureAsync(Sample(second: 0, processorSeconds: 10));
        await MeasureAsync(Sample(second, processorSeconds));

        Assert.Null(Usage!.ProcessorPercent);
        Assert.Equal(100, Usage.Sample.Memory);
    }

    [Fact]
    public async Task Sample_ThatTheRuntimeRepeats_KeepsItsPercent()
    {
        await MeasureAsync(Sample(second: 0, processorSeconds: 0));
        await MeasureAsync(Sample(second: 5, processorSeconds: 2));
        await MeasureAsync(Sample(second: 5, processorSeconds: 2));

        Assert.Equal(10, Usage!.ProcessorPercent);
    }

    [Fact]
    public async Task Memory_OfAContainerWithALimit_IsUpToIt()
    {
        await MeasureAsync(Sample(second: 0, processorSeconds: 0) with { MemoryLimit = 500 });

        Assert.Equal(500, Usage!.MaxMemory);
    }

    [Fact]
    public async Task Container_ThatIsNoLongerMeasured_HasNoUsage()
    {
        await MeasureAsync(Sample(second: 0, processorSeconds: 0), Sample(second: 0, processorSeconds: 0));
        await MeasureAsync(Sample(second: 5, processorSeconds: 0) with { Id = "other" });

        Assert.Equal(["other"], _monitor.Read().Keys);
    }

    [Fact]
    public async Task Containers_AreMeasuredOnlyWhileTheirUsageIsRead()
    {
        Assert.True(await _monitor.MeasureAsync(Cancellation));
        Assert.Equal(0, _engine.Measurements);

        await MeasureAsync(Sample(second: 0, processorSeconds: 0));
        _time.Advance(UsageMonitor.MaxIdleTime);
        Assert.True(await _monitor.MeasureAsync(Cancellation));
        Assert.Equal(2, _engine.Measurements);

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.True(await _monitor.MeasureAsync(Cancellation));
        Assert.Equal(2, _engine.Measurements);
        Assert.Empty(_monitor.Read());
    }

    [Fact]
    public async Task Failure_LeavesNoUsageUntilTheEngineMeasuresAgain()
    {
        await MeasureAsync(Sample(second: 0, processorSeconds: 0));
        _engine.Measure = () => throw new EngineUnavailableException("it is away");

        Assert.True(await _monitor.MeasureAsync(Cancellation));
        Assert.Null(Usage);
        Assert.Equal(
            [(LogLevel.Debug, LogEvents.MeasuringFailed, "Measuring the containers of Docker failed: it is away. Retrying")],
            _log.Lines);

        await MeasureAsync(Sample(second: 10, processorSeconds: 0));
        Assert.NotNull(Usage);
    }

    [Fact]
    public async Task EngineThatCannotMeasure_IsLoggedAndNotAskedAgain()
    {
        _engine.Measure = () => throw new NotSupportedException("it lacks the call");

        await RunAsync();

        Assert.Equal(1, _engine.Measurements);
        var line = Assert.Single(_log.Lines);
        Assert.Equal((LogLevel.Information, LogEvents.UsageNotSupported), (line.Level, line.EventId));
        Assert.StartsWith(
            "Docker does not measure its containers: it lacks the call.", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EngineWhoseContainersScopeMeasures_IsNotAskedAgain()
    {
        await RunAsync();

        Assert.Equal(1, _engine.Measurements);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Monitor_MeasuresUntilItIsStopped()
    {
        _engine.Measure = () => [Sample(second: _engine.Measurements, processorSeconds: 0)];
        await _monitor.StartAsync(Cancellation);

        await UntilAsync(() => Usage?.ProcessorPercent == 0);
        await _monitor.StopAsync(Cancellation);

        Assert.True(_monitor.ExecuteTask!.IsCompletedSuccessfully);
    }

    public void Dispose() => _monitor.Dispose();

    private static UsageSample Sample(double second, double? processorSeconds) => new(
        "a",
        Time.AddSeconds(second),
        processorSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Memory: 100,
        MemoryLimit: null);

    private ContainerUsage? Usage => _monitor.Read().GetValueOrDefault("a");

    private async Task MeasureAsync(params UsageSample[] samples)
    {
        _engine.Measure = () => [.. samples];
        _monitor.Read();
        Assert.True(await _monitor.MeasureAsync(Cancellation));
    }

    /// <summary>Runs the monitor until it ends by itself.</summary>
    private async Task RunAsync()
    {
        await _monitor.StartAsync(Cancellation);
        await UntilAsync(() => _monitor.ExecuteTask!.IsCompletedSuccessfully);
    }

    private async Task UntilAsync(Func<bool> condition) => await Wait.UntilAsync(
        () =>
        {
            _monitor.Read();
            _time.Advance(UsageMonitor.Interval);
            return condition();
        },
        "the monitor measures or ends",
        Cancellation);
}
