namespace VolumeCount.Attributes;

/// <summary>
/// Marks the property, a <see cref="string"/>, that identifies a node. The generator gives it the topology's own form:
/// for <see cref="ScopeTopology.Container"/>, the full id of a container becomes <c>&lt;id&gt;;&lt;container&gt;</c>. Scope merges
/// nodes by topology and id, and draws a node of its own for an id that it does not know.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NodeIdAttribute : Attribute;
