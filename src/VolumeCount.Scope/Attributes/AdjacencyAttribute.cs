namespace VolumeCount.Scope;

/// <summary>
/// Marks a property that names the nodes of the same topology that a node connects to: the node's <c>adjacency</c>. Scope
/// draws a line to each of them.
/// </summary>
/// <remarks>
/// The property is a <see cref="string"/> or a collection of them, written as described for <see cref="ParentsAttribute"/>.
/// </remarks>
/// <example><code>[Adjacency] public required IReadOnlyList&lt;string&gt; ConnectsTo { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AdjacencyAttribute : Attribute;
