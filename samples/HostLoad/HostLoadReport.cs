using VolumeCount.Scope;

namespace HostLoad;

/// <summary>The report, with the host that the plugin runs on.</summary>
[Plugin("host-load", Label = "Host Load", Description = "Shows what a host is busy with")]
public sealed class HostLoadReport
{
    /// <summary>The time of the measurement.</summary>
    [ReportTime]
    public required DateTimeOffset Time { get; init; }

    /// <summary>The host.</summary>
    [Topology(ScopeTopology.Host)]
    public required IReadOnlyList<HostNode> Hosts { get; init; }
}
