using System.Globalization;
using VolumeCount.Scope;

namespace ScopePlugin1;

/// <summary>A host.</summary>
public sealed class HostNode
{
    /// <summary>The host's name, as Scope's probe reports it.</summary>
    [NodeId]
    public required string Name { get; init; }

    /// <summary>The number of tasks that run or wait for a CPU: a row.</summary>
    [Metadata(Label = "Runnable tasks")]
    public required int RunnableTasks { get; init; }

    /// <summary>The load of the last minute for each CPU: a graph.</summary>
    [Metric(Label = "Load per CPU", Min = 0)]
    public required double LoadPerCpu { get; init; }

    /// <summary>The network interfaces: a table.</summary>
    [Table(Label = "Network interfaces")]
    public required IReadOnlyList<NetworkInterface> NetworkInterfaces { get; init; }
#if (control)

    /// <summary>The number of times that the button was pressed.</summary>
    [Metadata(Label = "Button presses", Priority = 2)]
    public required int Presses { get; init; }

    /// <summary>Whether the button is shown.</summary>
    [Control(Human = "Press", Icon = "fa-hand-o-up", Handler = nameof(Press))]
    public bool CanPress => true;
#endif

#if (control)
    /// <summary>Reads the values of this host.</summary>
    public static HostNode Read(int presses)
#else
    /// <summary>Reads the values of this host.</summary>
    public static HostNode Read()
#endif
    {
        // Such as "0.20 0.18 0.12 1/80 11206": three loads, the runnable and all tasks, and the last process id.
        var load = File.ReadAllText("/proc/loadavg").Split(' ');
        return new HostNode
        {
            Name = ScopeHost.Name,
            RunnableTasks = int.Parse(load[3].Split('/')[0], CultureInfo.InvariantCulture),
            LoadPerCpu = double.Parse(load[0], CultureInfo.InvariantCulture) / Environment.ProcessorCount,
            NetworkInterfaces = NetworkInterface.ReadAll(),
#if (control)
            Presses = presses,
#endif
        };
    }
#if (control)

    /// <summary>Handles the button. Scope waits 500 ms for it.</summary>
    public static ControlResponse Press(PressCount presses)
    {
        presses.Increment();
        return ControlResponse.Empty;
    }
#endif
}
