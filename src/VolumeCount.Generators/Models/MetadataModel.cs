namespace VolumeCount.Generators.Models;

/// <summary>A property marked <c>[Metadata]</c>.</summary>
/// <param name="PropertyName">The property's name.</param>
/// <param name="Id">The template's id, and the key of the value.</param>
/// <param name="Label">The row's label.</param>
/// <param name="Priority">The row's priority.</param>
/// <param name="Kind">How the value is written.</param>
/// <param name="CanBeNull">Whether the value can be null, which leaves the key out.</param>
internal sealed record MetadataModel(
    string PropertyName, string Id, string Label, double Priority, ValueKind Kind, bool CanBeNull)
{
    /// <summary>How Scope draws the value; empty for plain text.</summary>
    public string DataType => Kind is ValueKind.Text ? "" : "number";
}
