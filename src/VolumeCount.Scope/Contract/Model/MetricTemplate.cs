namespace VolumeCount.Scope.Contract.Model;

/// <summary>A <c>metric_templates</c> entry: a graph of a node's panel.</summary>
/// <param name="Id">The key of the metric that it shows.</param>
/// <param name="Label">The label of the graph.</param>
/// <param name="Format">The format of its values.</param>
/// <param name="Priority">The position of the graph: a lower one is earlier.</param>
internal sealed record MetricTemplate(string Id, string Label, string Format, double Priority);
