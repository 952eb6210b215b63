namespace HostLoad;

/// <summary>A control group at one moment.</summary>
/// <param name="Path">Its path below the root of the hierarchy.</param>
/// <param name="CpuTime">The CPU time that its processes have used since it was created.</param>
/// <param name="MemoryBytes">The memory that its processes use.</param>
public sealed record ControlGroup(string Path, TimeSpan CpuTime, long MemoryBytes);
