namespace VolumeCount.Scope.Templates;

/// <summary>
/// One of Scope's <c>metadata_templates</c>: how it draws a row of a node's panel. The source generator makes one for each
/// property that is marked <see cref="MetadataAttribute"/>:
/// <c>FooReportContext.ContainerTemplates.VolumeCountMetadata</c>.
/// </summary>
/// <param name="Id">The key of the value that the row shows.</param>
/// <param name="Label">What the row is called.</param>
/// <param name="DataType">
/// How the value is drawn: <c>number</c>, <c>ip</c>, <c>datetime</c>, <c>duration</c>, <c>link</c>, or nothing for plain text.
/// </param>
/// <param name="Priority">Where the row is: a lower one is earlier. Scope hides those of 10 or more, or of 0, behind "+N".</param>
/// <param name="Truncate">How many characters of the value Scope shows; all of them if 0.</param>
/// <param name="From">The part of a node that has the value: <c>latest</c>, <c>sets</c> or <c>counters</c>.</param>
public sealed record MetadataTemplate(
    string Id, string Label, string DataType, double Priority, int Truncate, string From);
