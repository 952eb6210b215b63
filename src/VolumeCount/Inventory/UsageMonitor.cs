using System.Collections.Immutable;
using VolumeCount.Logging;

namespace VolumeCount.Inventory;

/// <summary>Measures what the running containers use, for as long as it is read.</summary>
internal sealed class UsageMonitor(
    IContainerEngine engine, Machine machine, TimeProvider timeProvider, ILogger<UsageMonitor> logger) : BackgroundService
{
    /// <summary>The time between two measurements.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How long after the last reading the containers are measured.</summary>
    public static readonly TimeSpan MaxIdleTime = TimeSpan.FromSeconds(5);

    private static readonly IReadOnlyDictionary<string, ContainerUsage> Nothing =
        ImmutableDictionary<string, ContainerUsage>.Empty;

    private IReadOnlyDictionary<string, ContainerUsage> _current = Nothing;
    private long _lastRead;

    /// <summary>Returns the usage of the running containers by their ids, as far as it is known.</summary>
    public IReadOnlyDictionary<string, ContainerUsage> Read()
    {
        Interlocked.Exchange(ref _lastRead, timeProvider.GetTimestamp());
        return Volatile.Read(ref _current);
    }

    /// <summary>Measures the containers, if their usage was read lately.</summary>
    /// <returns>Whether the engine measures its containers.</returns>
    public async Task<bool> MeasureAsync(CancellationToken cancellationToken)
    {
        var lastRead = Interlocked.Read(ref _lastRead);
        if (lastRead == 0 || timeProvider.GetElapsedTime(lastRead) > MaxIdleTime)
        {
            Volatile.Write(ref _current, Nothing);
            return true;
        }

        // Without a measurement, the last one would be reported for ever.
        var usage = Nothing;
        try
        {
            if (await engine.MeasureAsync(cancellationToken) is not { } samples)
                return false;

            usage = samples.DistinctBy(static sample => sample.Id).ToDictionary(static sample => sample.Id, UsageOf);
            return true;
        }
        catch (NotSupportedException e)
        {
            logger.LogUsageNotSupported(engine.Name, e.Message);
            return false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogMeasuringFailed(engine.Name, e.Message);
            return true;
        }
        finally
        {
            Volatile.Write(ref _current, usage);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken) && await MeasureAsync(stoppingToken))
            {
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would report it as a failure.
        }
    }

    private ContainerUsage UsageOf(UsageSample sample)
    {
        double? percent = null;
        if (_current.TryGetValue(sample.Id, out var previous))
        {
            var elapsed = sample.Time - previous.Sample.Time;

            // Some runtimes measure less often than they are asked.
            if (elapsed == TimeSpan.Zero)
                return previous;

            var used = sample.ProcessorTime - previous.Sample.ProcessorTime;
            if (elapsed > TimeSpan.Zero && used >= TimeSpan.Zero)
                percent = 100 * (used.Value / elapsed) / machine.ProcessorCount;
        }

        return new ContainerUsage(sample, percent, sample.MemoryLimit ?? machine.Memory);
    }
}
