using VolumeCount.Scope;

namespace ScopePlugin1;

/// <summary>The report that Scope requests every second.</summary>
[Plugin("scope-plugin-id", Label = "ScopePlugin1", Description = "Say here what the plugin shows")]
public sealed class ScopePlugin1Report
{
    /// <summary>The time at which the values were true.</summary>
    [ReportTime]
    public required DateTimeOffset Time { get; init; }

#if (topology == "host")
    /// <summary>The host that the plugin runs on.</summary>
    [Topology(ScopeTopology.Host)]
    public required IReadOnlyList<HostNode> Nodes { get; init; }
#elseif (topology == "container")
    /// <summary>The containers with processes on this host.</summary>
    [Topology(ScopeTopology.Container)]
    public required IReadOnlyList<ContainerNode> Nodes { get; init; }
#else
    /// <summary>The processes of this host.</summary>
    [Topology(ScopeTopology.Process)]
    public required IReadOnlyList<ProcessNode> Nodes { get; init; }
#endif

#if (control)
    /// <summary>Reads the report as of now.</summary>
    /// <param name="presses">The number of times that the button was pressed.</param>
    public static ScopePlugin1Report Read(int presses) => new()
    {
        Time = DateTimeOffset.UtcNow,
#if (topology == "host")
        Nodes = [HostNode.Read(presses)],
#elseif (topology == "container")
        Nodes = ContainerNode.ReadAll(presses),
#else
        Nodes = ProcessNode.ReadAll(presses),
#endif
    };
#else
    /// <summary>Reads the report as of now.</summary>
    public static ScopePlugin1Report Read() => new()
    {
        Time = DateTimeOffset.UtcNow,
#if (topology == "host")
        Nodes = [HostNode.Read()],
#elseif (topology == "container")
        Nodes = ContainerNode.ReadAll(),
#else
        Nodes = ProcessNode.ReadAll(),
#endif
    };
#endif
}
