using VolumeCount.Scope;
using VolumeCount.Scope.Hosting.Reports;

namespace HostLoad;

/// <summary>Provides the report of the newest measurement, in the current view.</summary>
/// <param name="monitor">Provides the measurement.</param>
/// <param name="views">Provides the view.</param>
public sealed class HostLoadSource(LoadMonitor monitor, ViewSwitch views) : IReportSource<HostLoadReport>
{
    /// <summary>The number of control groups in the table.</summary>
    public const int MaxGroups = 5;

    /// <inheritdoc/>
    public HostLoadReport GetReport()
    {
        var state = monitor.Current;
        var view = views.Current;
        return new HostLoadReport
        {
            Time = state.Time,
            Hosts =
            [
                new HostNode
                {
                    Name = ScopeHost.Name,
                    CpuPressure = state.CpuPressure,
                    MemoryPressure = state.MemoryPressure,
                    IoPressure = state.IoPressure,
                    Load = view == View.Cpu ? state.Load : [],
                    UsedMemory = view == View.Memory ? state.UsedMemory : [],
                    BusiestGroups = [.. Sort(state.Groups, view).Take(MaxGroups)],
                    CanShowMemory = view == View.Cpu,
                    CanShowCpu = view == View.Memory,
                },
            ],
        };
    }

    private static IEnumerable<BusyGroup> Sort(IEnumerable<BusyGroup> groups, View view) => view == View.Cpu
        ? groups.OrderByDescending(static group => group.CpuPercent)
        : groups.OrderByDescending(static group => group.MemoryMebibytes);
}
