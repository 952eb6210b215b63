using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using VolumeCount.Scope.Writing;

namespace HostLoad;

/// <summary>Measures the host every second, so that a report can be returned from memory.</summary>
/// <param name="files">The kernel's files.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class LoadMonitor(HostFiles files, TimeProvider timeProvider) : BackgroundService
{
    /// <summary>The number of samples that a graph keeps: Scope shows 15 seconds.</summary>
    public const int MaxSamples = 15;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private volatile LoadState _current = new() { Time = timeProvider.GetUtcNow() };
    private IReadOnlyList<ControlGroup> _groups = [];

    /// <summary>The newest measurement.</summary>
    public LoadState Current => _current;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // The first report must not be empty.
        Measure();
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Measures the host once.</summary>
    public void Measure()
    {
        var before = _current;
        var now = timeProvider.GetUtcNow();
        var groups = files.ReadGroups();
        _current = new LoadState
        {
            Time = now,
            Load = Add(before.Load, new MetricSample(now, files.ReadLoad())),
            UsedMemory = Add(before.UsedMemory, new MetricSample(now, files.ReadUsedMemory())),
            CpuPressure = files.ReadPressure("cpu"),
            MemoryPressure = files.ReadPressure("memory"),
            IoPressure = files.ReadPressure("io"),
            Groups = Compare(groups, now - before.Time),
        };
        _groups = groups;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Measure();
    }

    private static ImmutableArray<MetricSample> Add(ImmutableArray<MetricSample> samples, MetricSample sample) =>
        [.. samples.TakeLast(MaxSamples - 1), sample];

    private ImmutableArray<BusyGroup> Compare(IReadOnlyList<ControlGroup> groups, TimeSpan elapsed)
    {
        var before = _groups.ToDictionary(static group => group.Path, static group => group.CpuTime);
        return
        [
            .. groups.Select(group => new BusyGroup
            {
                Path = group.Path,
                CpuPercent = elapsed > TimeSpan.Zero && before.TryGetValue(group.Path, out var cpuTime)
                    ? Math.Round(100 * (group.CpuTime - cpuTime) / elapsed, 1)
                    : 0,
                MemoryMebibytes = group.MemoryBytes >> 20,
            }),
        ];
    }
}
