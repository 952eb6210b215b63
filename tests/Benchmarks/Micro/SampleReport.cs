using VolumeCount.Inventory;
using VolumeCount.Report;

namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>Makes a report like those of the load: the i-th container has i mod 7 volumes.</summary>
internal static class SampleReport
{
    private const int MountCycle = 7;

    public static VolumeCountReport Of(int containers) => VolumeCountReport.From(new InventorySnapshot(
        new DateTimeOffset(2026, 11, 22, 21, 16, 30, TimeSpan.Zero),
        [.. Enumerable.Range(0, containers).Select(i => Containers.Random(i % MountCycle))]));
}
