namespace VolumeCount.Scope.Contract.Model;

/// <summary>A node's <c>metrics</c> entry: a value over time.</summary>
internal sealed record Metric(IReadOnlyList<MetricSample> Samples, double Min, double Max);
