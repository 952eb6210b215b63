namespace VolumeCount.Attributes;

/// <summary>
/// One of Scope's <c>metadata_templates</c>: how it draws a row of a node's panel. The source generator makes one for each
/// property that is marked <see cref="MetadataAttribute"/>: <c>FooReportContext.ContainerTemplates.VolumeCount</c>.
/// </summary>
/// <param name="Id">The key of the <c>latest</c> value that the row shows.</param>
/// <param name="Label">What the row is called.</param>
/// <param name="DataType">How the value is drawn: <c>number</c>, or nothing for plain text.</param>
/// <param name="Priority">Where the row is: a lower one is earlier. Scope hides those of 10 or more behind "+N".</param>
public sealed record MetadataTemplate(string Id, string Label, string DataType, double Priority);
