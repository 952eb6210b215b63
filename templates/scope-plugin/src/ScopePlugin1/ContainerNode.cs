using VolumeCount.Scope;

namespace ScopePlugin1;

/// <summary>A container.</summary>
public sealed class ContainerNode
{
    /// <summary>The container's full id.</summary>
    [NodeId]
    public required string Id { get; init; }

    /// <summary>The number of its processes: a row.</summary>
    [Metadata(Label = "# Processes")]
    public int ProcessCount => Processes.Count;

    /// <summary>The memory of its processes: a graph.</summary>
    [Metric(Label = "Resident memory", Format = MetricFormat.FileSize, Min = 0)]
    public double ResidentMemory => Processes.Sum(process => process.ResidentBytes);

    /// <summary>Its processes: a table.</summary>
    [Table(Label = "Processes")]
    public required IReadOnlyList<ContainerProcess> Processes { get; init; }
#if (control)

    /// <summary>The number of times that the button was pressed.</summary>
    [Metadata(Label = "Button presses", Priority = 2)]
    public required int Presses { get; init; }

    /// <summary>Whether the button is shown.</summary>
    [Control(Human = "Press", Icon = "fa-hand-o-up", Handler = nameof(Press))]
    public bool CanPress => true;
#endif

#if (control)
    /// <summary>Reads the values of all containers with processes.</summary>
    public static IReadOnlyList<ContainerNode> ReadAll(int presses) =>
#else
    /// <summary>Reads the values of all containers with processes.</summary>
    public static IReadOnlyList<ContainerNode> ReadAll() =>
#endif
    [
        .. ProcFolder.ReadAll(ContainerProcess.Read)
            .GroupBy(process => process.ContainerId)
            .Select(group => new ContainerNode
            {
                Id = group.Key,
                Processes = [.. group],
#if (control)
                Presses = presses,
#endif
            }),
    ];
#if (control)

    /// <summary>Handles the button. Scope waits 500 ms for it.</summary>
    public static ControlResponse Press(PressCount presses)
    {
        presses.Increment();
        return ControlResponse.Empty;
    }
#endif
}
