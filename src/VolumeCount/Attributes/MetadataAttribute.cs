namespace VolumeCount.Attributes;

/// <summary>
/// Shows a property of a node as a row in the node's panel: a <c>latest</c> value, and the <c>metadata_templates</c> entry
/// that tells Scope how to draw it. An integer is drawn as a <c>number</c>, a <see cref="string"/> as text.
/// </summary>
/// <example>
/// <code>
/// [Metadata(Label = "# Volumes", Priority = 0.1)]
/// public required int VolumeCount { get; init; }
/// </code>
/// is the row <c>volume_count</c>, labelled <c># Volumes</c>.
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MetadataAttribute : Attribute
{
    /// <summary>
    /// The template's <c>id</c>, and the key of the <c>latest</c> value. By default the property's name in snake case:
    /// <c>VolumeCount</c> is <c>volume_count</c>.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>
    /// The row's <c>label</c>. By default the property's name in words: <c>VolumeCount</c> is <c>Volume Count</c>.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>
    /// The row's <c>priority</c>: a lower one is earlier in the panel. Scope hides rows with a priority of 10 or more, or of
    /// 0, behind "+N".
    /// </summary>
    public double Priority { get; init; } = 1;
}
