namespace VolumeCount.Scope;

/// <summary>
/// Marks a property that identifies a node: the key in the topology's <c>nodes</c>. The generator gives it the topology's
/// own form, so that the full id of a container becomes <c>&lt;id&gt;;&lt;container&gt;</c>. Scope merges nodes by topology
/// and id, and draws a separate node for an id that it does not know.
/// </summary>
/// <remarks>
/// The property is a <see cref="string"/>; an <see cref="NodeIdPart.Address"/> may be an <see cref="System.Net.IPAddress"/>,
/// and a <see cref="NodeIdPart.Pid"/> or <see cref="NodeIdPart.Port"/> an integer. A node without an id, or without one of
/// its parts, is left out of the report; only a <see cref="NodeIdPart.Scope"/> may be empty. So is a node whose id, or a
/// part of it other than the last, contains a semicolon, at which Scope would split it; only the name of an
/// <see cref="ScopeTopology.Overlay"/> may contain one. The name of the host is <see cref="ScopeHost.Name"/>:
/// <see cref="Environment.MachineName"/> ends at the first dot, so that Scope would draw another host.
/// </remarks>
/// <param name="part">Which part of the id the property is, where the topology's ids have several.</param>
/// <example>
/// <code>
/// [NodeId(NodeIdPart.Host)]
/// public required string Host { get; init; }
///
/// [NodeId(NodeIdPart.Pid)]
/// public required int Pid { get; init; }
/// </code>
/// is the id <c>alpha;4242</c> of a process.
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NodeIdAttribute(NodeIdPart part = NodeIdPart.Whole) : Attribute
{
    /// <summary>Which part of the id the property is.</summary>
    public NodeIdPart Part { get; } = part;
}
