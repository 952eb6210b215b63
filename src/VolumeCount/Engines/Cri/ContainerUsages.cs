using VolumeCount.Engines.Cri.Protocol;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Cri;

/// <summary>Converts the runtime's statistics of a container to the inventory's.</summary>
internal static class ContainerUsages
{
    private const long NanosecondsPerTick = 100;

    /// <summary>Reads the statistics of a container; null where they have none, as those of one that does not run.</summary>
    public static UsageSample? Read(ContainerStats stats)
    {
        var time = Math.Max(stats.Cpu?.Timestamp ?? 0, stats.Memory?.Timestamp ?? 0);
        if (stats.Attributes is null || time <= 0)
            return null;

        var memory = stats.Memory?.WorkingSetBytes?.Value;
        return new UsageSample(
            stats.Attributes.Id,
            DateTimeOffset.UnixEpoch.AddTicks(time / NanosecondsPerTick),
            stats.Cpu?.UsageCoreNanoSeconds is { } used ? TimeSpan.FromTicks((long)(used.Value / NanosecondsPerTick)) : null,
            memory,
            stats.Memory?.AvailableBytes is { Value: > 0 } available ? memory + (double)available.Value : null);
    }
}
