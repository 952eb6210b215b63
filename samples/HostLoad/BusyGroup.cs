using VolumeCount.Scope;

namespace HostLoad;

/// <summary>A control group: a row of the table.</summary>
public sealed record BusyGroup
{
    /// <summary>Its path below the root of the hierarchy.</summary>
    [RowId, Column(Label = "Control group")]
    public required string Path { get; init; }

    /// <summary>The CPU time that it used in the last second, in percent of one CPU.</summary>
    [Column(Label = "CPU %")]
    public required double CpuPercent { get; init; }

    /// <summary>The memory that it uses, in MiB.</summary>
    [Column(Label = "MiB")]
    public required long MemoryMebibytes { get; init; }
}
