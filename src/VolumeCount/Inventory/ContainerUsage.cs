namespace VolumeCount.Inventory;

/// <summary>What a running container uses of the machine.</summary>
/// <param name="Sample">The last sample.</param>
/// <param name="ProcessorPercent">
/// The processor time that it used between the last two samples, in percent of that of all processors; null when it is not
/// known.
/// </param>
/// <param name="MaxMemory">The bytes of memory that it may use: its limit, or all of the machine's.</param>
internal sealed record ContainerUsage(UsageSample Sample, double? ProcessorPercent, double MaxMemory);
