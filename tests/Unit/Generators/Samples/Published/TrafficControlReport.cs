using VolumeCount.Scope;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>What the published plugin for traffic control reports of containers.</summary>
[Plugin(
    "traffic-control", Label = "Traffic control", Description = "Adds traffic controls to the running Docker containers")]
internal sealed class TrafficControlReport
{
    [ReportTime]
    public required DateTimeOffset Time { get; init; }

    [Topology(ScopeTopology.Container)]
    public required IReadOnlyList<TrafficControlNode> Containers { get; init; }
}
