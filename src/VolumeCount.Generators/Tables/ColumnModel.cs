using VolumeCount.Generators.Values;

namespace VolumeCount.Generators.Tables;

/// <summary>A property marked <c>[Column]</c> or <c>[FixedRow]</c>.</summary>
/// <param name="PropertyName">The property's name.</param>
/// <param name="Id">The column's id, or what follows the prefix in the row's key.</param>
/// <param name="Label">The column's heading, or the row's label.</param>
/// <param name="DataType">How Scope draws the values; empty for plain text.</param>
/// <param name="Value">The value.</param>
internal sealed record ColumnModel(string PropertyName, string Id, string Label, string DataType, ValueModel Value);
