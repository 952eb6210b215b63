namespace VolumeCount.Scope.Contract.Model;

/// <summary>One sample of a metric.</summary>
/// <param name="Date">When it was taken, in UTC.</param>
/// <param name="Value">What was measured.</param>
internal readonly record struct MetricSample(DateTime Date, double Value);
