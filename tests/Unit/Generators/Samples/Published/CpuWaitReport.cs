using VolumeCount.Scope;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>What the published plugin for CPU wait reports of its host.</summary>
[Plugin("iowait", Label = "iowait", Description = "Adds a graph of CPU IO Wait to hosts")]
internal sealed class CpuWaitReport
{
    [ReportTime]
    public required DateTimeOffset Time { get; init; }

    [Topology(ScopeTopology.Host)]
    public required CpuWaitNode[] Hosts { get; init; }

    public static CpuWaitReport From(CpuWaitMonitor monitor) => new()
    {
        Time = monitor.Time,
        Hosts =
        [
            new()
            {
                Host = monitor.Host,
                Idle = monitor.ShowsIOWait ? null : monitor.Idle,
                IOWait = monitor.ShowsIOWait ? monitor.IOWait : null,
                CanSwitchToIdle = monitor.ShowsIOWait,
                CanSwitchToIOWait = !monitor.ShowsIOWait,
            },
        ],
    };
}
