namespace VolumeCount.Scope.Contract.Model;

/// <summary>A node's <c>metrics</c> entry: a value over time.</summary>
/// <param name="Samples">The samples, the oldest first.</param>
/// <param name="Min">The lower end of the drawn scale.</param>
/// <param name="Max">The upper end of the drawn scale.</param>
internal sealed record Metric(IReadOnlyList<MetricSample> Samples, double Min, double Max);
