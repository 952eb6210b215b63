namespace VolumeCount.Scope.Templates;

/// <summary>A column of a <see cref="TableTemplate"/>.</summary>
/// <param name="Id">The column's id: what follows <c>___</c> in the keys of its values.</param>
/// <param name="Label">The column's heading.</param>
/// <param name="DataType">How its values are drawn; see <see cref="MetadataTemplate"/>.</param>
public sealed record ColumnTemplate(string Id, string Label, string DataType);
