namespace VolumeCount.Scope.Contract.Model;

/// <summary>One sample of a metric.</summary>
internal readonly record struct MetricSample(DateTime Date, double Value);
