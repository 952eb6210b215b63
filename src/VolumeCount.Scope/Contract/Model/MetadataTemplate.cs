namespace VolumeCount.Scope.Contract.Model;

/// <summary>A <c>metadata_templates</c> entry: a row of a node's panel.</summary>
/// <param name="Id">The key of the value that the row shows.</param>
/// <param name="Label">The label of the row.</param>
/// <param name="DataType">The format of the value.</param>
/// <param name="Priority">The position of the row: a lower one is earlier.</param>
/// <param name="From">Which of a node's collections has the value; by default, the first one that has it.</param>
internal sealed record MetadataTemplate(string Id, string Label, string DataType, double Priority, string From);
