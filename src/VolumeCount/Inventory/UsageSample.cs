namespace VolumeCount.Inventory;

/// <summary>What a running container uses, as an engine has measured it.</summary>
/// <param name="Id">The container's id.</param>
/// <param name="Time">When it was measured.</param>
/// <param name="ProcessorTime">
/// The time of all processors that it has used since it was started; null when it is not known.
/// </param>
/// <param name="Memory">The bytes of memory that it uses, without page cache; null when they are not known.</param>
/// <param name="MemoryLimit">The bytes of memory that it may use; null without a limit.</param>
internal sealed record UsageSample(
    string Id, DateTimeOffset Time, TimeSpan? ProcessorTime, double? Memory, double? MemoryLimit);
