namespace VolumeCount.Scope.Contract.Model;

/// <summary>A column of a table with several.</summary>
/// <param name="Id">The column's id, which is the end of the values' keys.</param>
/// <param name="Label">The heading of the column.</param>
/// <param name="DataType">The format of its values.</param>
internal sealed record TableColumn(string Id, string Label, string DataType);
