using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Tests.Emulation;

/// <summary>What Scope shows: the probe's own nodes together with what plugins report.</summary>
/// <param name="Topologies">The topologies by their names in JSON.</param>
/// <param name="Ghosts">The nodes that only plugins know, which Scope draws as new and blank ones.</param>
internal sealed record MergedReport(
    IReadOnlyDictionary<string, ReportedTopology> Topologies, IReadOnlyList<GhostNode> Ghosts)
{
    /// <summary>A topology by its name in JSON, such as <c>Container</c>.</summary>
    public ReportedTopology Topology(string name) => Topologies.GetValueOrDefault(name, new ReportedTopology());

    /// <summary>The panel that opens when a person clicks a node.</summary>
    /// <exception cref="KeyNotFoundException">The node does not exist.</exception>
    /// <exception cref="ScopePanicException">Scope's app panics when it draws the node, here or in a view.</exception>
    public NodePanel Panel(string topology, string nodeId) =>
        NodePanel.Draw(Topology(topology), Topology(topology).Nodes[nodeId]);
}
