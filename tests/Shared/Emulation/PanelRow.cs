namespace VolumeCount.Tests.Emulation;

/// <summary>A row of a node's panel.</summary>
/// <param name="Id">The id of the row's template.</param>
/// <param name="Label">What the row is called.</param>
/// <param name="Value">The value, as it was reported.</param>
/// <param name="Hidden">Whether the row is behind "+N", until a person clicks that.</param>
internal sealed record PanelRow(string Id, string Label, string Value, bool Hidden);
