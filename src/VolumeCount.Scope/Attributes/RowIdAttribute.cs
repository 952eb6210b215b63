namespace VolumeCount.Scope;

/// <summary>
/// Marks the property, a <see cref="string"/>, that identifies a row of a table of many columns. Scope sorts the rows by it
/// and does not show it: show it with a <see cref="ColumnAttribute"/> on the same property. A row without an id is left out.
/// </summary>
/// <remarks>
/// Scope takes what follows the first <c>___</c> of a key for the column's id. To keep that apart from the row's id, an
/// underscore that follows another one, or is the last character, is written as <c>%5F</c>, and a percent sign as
/// <c>%25</c>: <see cref="Uri.UnescapeDataString(string)"/> returns the original id.
/// </remarks>
/// <example><code>[RowId, Column] public required string Destination { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RowIdAttribute : Attribute;
