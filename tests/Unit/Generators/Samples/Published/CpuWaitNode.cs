using VolumeCount.Scope;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>A host with one graph, and the button that switches to the other one.</summary>
internal sealed class CpuWaitNode
{
    [NodeId]
    public required string Host { get; init; }

    [Metric(Format = MetricFormat.Percent, Priority = 0.1, Min = 0, Max = 100)]
    public double? Idle { get; init; }

    [Metric(Id = "iowait", Label = "IO Wait", Format = MetricFormat.Percent, Priority = 0.1, Min = 0, Max = 100)]
    public double? IOWait { get; init; }

    [Control(Id = "switchToIdle", Human = "Switch to idle", Icon = "fa-gears", Rank = 1, Handler = nameof(SwitchToIdle))]
    public bool CanSwitchToIdle { get; init; }

    [Control(
        Id = "switchToIOWait", Human = "Switch to IO wait", Icon = "fa-clock-o", Rank = 1, Handler = nameof(SwitchToIOWait))]
    public bool CanSwitchToIOWait { get; init; }

    internal static ControlResponse SwitchToIdle(ControlRequest request, CpuWaitMonitor monitor) =>
        Switch(request, monitor, showsIOWait: false);

    internal static ControlResponse SwitchToIOWait(ControlRequest request, CpuWaitMonitor monitor) =>
        Switch(request, monitor, showsIOWait: true);

    private static ControlResponse Switch(ControlRequest request, CpuWaitMonitor monitor, bool showsIOWait)
    {
        if (request.NodeName != monitor.Host)
            return ControlResponse.Error($"this plugin knows nothing of '{request.NodeId}'");
        if (monitor.ShowsIOWait == showsIOWait)
            return ControlResponse.Error("that is shown already");

        monitor.ShowsIOWait = showsIOWait;
        return ControlResponse.Shortcut(CpuWaitReport.From(monitor), CpuWaitReportContext.Write);
    }
}
