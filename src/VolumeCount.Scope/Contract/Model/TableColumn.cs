namespace VolumeCount.Scope.Contract.Model;

/// <summary>A column of a table with several. Its id is the end of the values' keys.</summary>
internal sealed record TableColumn(string Id, string Label, string DataType);
