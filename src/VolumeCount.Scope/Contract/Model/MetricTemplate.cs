namespace VolumeCount.Scope.Contract.Model;

/// <summary>A <c>metric_templates</c> entry: a graph of a node's panel.</summary>
/// <param name="Id">The key of the metric that it shows.</param>
/// <param name="Label">What the graph is called.</param>
/// <param name="Format">How its values are drawn.</param>
/// <param name="Priority">Where the graph is: a lower one is earlier.</param>
internal sealed record MetricTemplate(string Id, string Label, string Format, double Priority);
