namespace VolumeCount.Scope.Templates;

/// <summary>
/// One of Scope's <c>metric_templates</c>: how it draws a graph of a node's panel. The source generator makes one for each property
/// that is marked <see cref="MetricAttribute"/>.
/// </summary>
/// <param name="Id">The key of the metric that the graph shows.</param>
/// <param name="Label">What the graph is called.</param>
/// <param name="Format">How values are written: <c>percent</c>, <c>filesize</c>, <c>integer</c>, or nothing for a number.</param>
/// <param name="Group">The group of graphs that it belongs to; empty if none.</param>
/// <param name="Priority">Where the graph is: a lower one is earlier.</param>
public sealed record MetricTemplate(string Id, string Label, string Format, string Group, double Priority);
