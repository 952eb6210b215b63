namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>What the plugin for CPU wait knows of its host, and what it shows of that.</summary>
internal sealed class CpuWaitMonitor(TimeProvider clock)
{
    public string Host { get; init; } = "alpha";

    public double Idle { get; set; }

    public double IOWait { get; set; }

    public bool ShowsIOWait { get; set; }

    public DateTimeOffset Time => clock.GetUtcNow();
}
