using System.Collections.Immutable;
using VolumeCount.Scope;
using VolumeCount.Scope.Controls;
using VolumeCount.Scope.Hosting.Reports;
using VolumeCount.Scope.Writing;

namespace HostLoad;

/// <summary>The host, in one of the two views.</summary>
public sealed class HostNode
{
    /// <summary>The host's name, as Scope's probe reports it.</summary>
    [NodeId]
    public required string Name { get; init; }

    /// <summary>The pressure on the CPUs.</summary>
    [Metadata(Label = "CPU pressure (%)", Priority = 1)]
    public double? CpuPressure { get; init; }

    /// <summary>The pressure on memory.</summary>
    [Metadata(Label = "Memory pressure (%)", Priority = 2)]
    public double? MemoryPressure { get; init; }

    /// <summary>The pressure on disks.</summary>
    [Metadata(Label = "I/O pressure (%)", Priority = 3)]
    public double? IoPressure { get; init; }

    /// <summary>The load: the graph of the CPU view.</summary>
    [Metric(Label = "Load (1 min)", Min = 0)]
    public ImmutableArray<MetricSample> Load { get; init; }

    /// <summary>The used memory: the graph of the memory view.</summary>
    [Metric(Label = "Used memory", Format = MetricFormat.FileSize, Min = 0)]
    public ImmutableArray<MetricSample> UsedMemory { get; init; }

    /// <summary>The control groups that use the most CPU time or memory, depending on the view.</summary>
    [Table(Label = "Busiest control groups")]
    public ImmutableArray<BusyGroup> BusiestGroups { get; init; } = [];

    /// <summary>Whether the button to the memory view is shown.</summary>
    [Control(Human = "Show memory", Icon = "fa-database", Handler = nameof(ShowMemory))]
    public required bool CanShowMemory { get; init; }

    /// <summary>Whether the button to the CPU view is shown.</summary>
    [Control(Human = "Show CPUs", Icon = "fa-tachometer", Handler = nameof(ShowCpu))]
    public required bool CanShowCpu { get; init; }

    /// <summary>Handles the button to the memory view.</summary>
    public static ControlResponse ShowMemory(
        ControlRequest request, ViewSwitch views, IReportSource<HostLoadReport> source) =>
        Show(View.Memory, request, views, source);

    /// <summary>Handles the button to the CPU view.</summary>
    public static ControlResponse ShowCpu(
        ControlRequest request, ViewSwitch views, IReportSource<HostLoadReport> source) =>
        Show(View.Cpu, request, views, source);

    private static ControlResponse Show(
        View view, ControlRequest request, ViewSwitch views, IReportSource<HostLoadReport> source)
    {
        if (request.NodeName != ScopeHost.Name)
            return ControlResponse.Error($"this plugin runs on {ScopeHost.Name}, not on {request.NodeName}");
        if (!views.TryShow(view))
            return ControlResponse.Error("this view is shown already");

        // With this response, the page shows the other view at once, before the next report.
        return ControlResponse.Shortcut(source.GetReport(), HostLoadReportContext.Write);
    }
}
