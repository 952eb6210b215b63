using VolumeCount.Generators.Values;

namespace VolumeCount.Generators.Metadata;

/// <summary>A property marked <c>[Metadata]</c>.</summary>
/// <param name="PropertyName">The property's name.</param>
/// <param name="Id">The template's id, and the key of the value.</param>
/// <param name="Label">The row's label.</param>
/// <param name="Priority">The row's priority.</param>
/// <param name="Truncate">How many characters Scope shows; all of them if 0.</param>
/// <param name="DataType">How Scope draws the value; empty for plain text.</param>
/// <param name="From">The part of the node that has the value.</param>
/// <param name="IsHidden">Whether the value has no template, so that Scope does not draw it.</param>
/// <param name="Value">The value.</param>
internal sealed record MetadataModel(
    string PropertyName,
    string Id,
    string Label,
    double Priority,
    int Truncate,
    string DataType,
    string From,
    bool IsHidden,
    ValueModel Value)
{
    /// <summary>Whether values that are not web addresses have a row of their own.</summary>
    public bool IsLink => DataType is "link";

    /// <summary>The id of that row.</summary>
    public string TextId => Id + "_text";

    /// <summary>The ids of all its rows.</summary>
    public string[] Keys => IsLink ? [Id, TextId] : [Id];
}
