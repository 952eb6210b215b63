using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Tests.Emulation;

/// <summary>Parts of a report that Scope reads and the kit does not.</summary>
internal static class ModelExtensions
{
    extension(ScopeReport report)
    {
        /// <summary>A topology by its name in JSON.</summary>
        public ReportedTopology Topology(string name) => report.Topologies.GetValueOrDefault(name, new ReportedTopology());
    }

    extension(ReportedNode node)
    {
        /// <summary>The ids of the controls that the node has; without any, a single empty one, as in Scope.</summary>
        public IReadOnlyList<string> Controls =>
            node.Latest.TryGetValue(ReportedNode.ActiveControls, out var active)
                ? active.Value.Split(ReportedNode.Delimiter)
                : [""];
    }
}
