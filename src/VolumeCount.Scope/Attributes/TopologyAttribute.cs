namespace VolumeCount.Scope;

/// <summary>
/// Marks a report's collection property as one of Scope's topologies. Its elements become the topology's <c>nodes</c>, and
/// the attributes of their class its templates.
/// </summary>
/// <param name="topology">Which topology the nodes belong to.</param>
/// <example>
/// <code>
/// [Topology(ScopeTopology.Container)]
/// public required IReadOnlyList&lt;ContainerNode&gt; Containers { get; init; }
/// </code>
/// is <c>"Container":{"nodes":{…},"metadata_templates":{…}}</c>.
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TopologyAttribute(ScopeTopology topology) : Attribute
{
    /// <summary>Which topology the nodes belong to.</summary>
    public ScopeTopology Topology { get; } = topology;
}
