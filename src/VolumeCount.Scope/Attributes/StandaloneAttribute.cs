namespace VolumeCount.Scope;

/// <summary>
/// Marks a property with whether a node stands alone: Scope draws it even if none of its own probes reports it. Such a
/// node has its <c>id</c> and <c>topology</c>, and the plugin must report everything that describes it.
/// </summary>
/// <remarks>The property is a <see cref="bool"/>.</remarks>
/// <example>
/// <code>[Standalone] public bool IsStandalone => true;</code>
/// is <c>"id":"alpha;&lt;host&gt;","topology":"host"</c>.
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StandaloneAttribute : Attribute;
