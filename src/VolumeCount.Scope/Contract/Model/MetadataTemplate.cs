namespace VolumeCount.Scope.Contract.Model;

/// <summary>A <c>metadata_templates</c> entry: a row of a node's panel.</summary>
internal sealed record MetadataTemplate(string Id, string Label, string DataType, double Priority, string From);
