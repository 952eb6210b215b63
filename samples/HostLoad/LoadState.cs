using System.Collections.Immutable;
using VolumeCount.Scope.Writing;

namespace HostLoad;

/// <summary>The measurements of the host up to a moment.</summary>
public sealed record LoadState
{
    /// <summary>The moment.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The load in the last seconds.</summary>
    public ImmutableArray<MetricSample> Load { get; init; } = [];

    /// <summary>The used memory in the last seconds, in bytes.</summary>
    public ImmutableArray<MetricSample> UsedMemory { get; init; } = [];

    /// <summary>The pressure on the CPUs, in percent; null if the kernel does not measure it.</summary>
    public double? CpuPressure { get; init; }

    /// <summary>The pressure on memory, in percent; null if the kernel does not measure it.</summary>
    public double? MemoryPressure { get; init; }

    /// <summary>The pressure on disks, in percent; null if the kernel does not measure it.</summary>
    public double? IoPressure { get; init; }

    /// <summary>The control groups.</summary>
    public ImmutableArray<BusyGroup> Groups { get; init; } = [];
}
