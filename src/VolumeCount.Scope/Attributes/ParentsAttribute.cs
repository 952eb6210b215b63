namespace VolumeCount.Scope;

/// <summary>
/// Marks a property that names the nodes of another topology that a node belongs to: an entry of the node's <c>parents</c>.
/// Scope shows them as links in the node's panel, if they are containers, images, hosts, pods, or their controllers and
/// services in Kubernetes, Amazon's container service or Docker Swarm.
/// </summary>
/// <remarks>
/// The property is a <see cref="string"/> or a collection of them. Where the parent's id has one part, the string is the
/// value of its <see cref="NodeIdAttribute"/> property, and the topology's tag is added; where it has several, the string is
/// the whole id, such as <c>alpha;4242</c> for a process. Null and empty strings are left out, and so is the single part of
/// an id if it contains a semicolon.
/// </remarks>
/// <param name="topology">The topology of the parents.</param>
/// <example>
/// <code>[Parents(ScopeTopology.Host)] public required string Host { get; init; }</code>
/// is <c>"parents":{"host":["alpha;&lt;host&gt;"]}</c>.
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParentsAttribute(ScopeTopology topology) : Attribute
{
    /// <summary>The topology of the parents.</summary>
    public ScopeTopology Topology { get; } = topology;
}
