namespace VolumeCount.Scope.Contract.Model;

/// <summary>A column of a table with several.</summary>
/// <param name="Id">The column's id, as it stands at the end of the values' keys.</param>
/// <param name="Label">What stands at the head of the column.</param>
/// <param name="DataType">How its values are drawn.</param>
internal sealed record TableColumn(string Id, string Label, string DataType);
