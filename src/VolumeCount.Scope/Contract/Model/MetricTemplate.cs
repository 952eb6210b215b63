namespace VolumeCount.Scope.Contract.Model;

/// <summary>A <c>metric_templates</c> entry: a graph of a node's panel.</summary>
internal sealed record MetricTemplate(string Id, string Label, string Format, double Priority);
