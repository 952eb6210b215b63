namespace VolumeCount.Scope.Contract.Model;

/// <summary>One sample of a metric.</summary>
/// <param name="Date">The time of the measurement, in UTC.</param>
/// <param name="Value">The measured value.</param>
internal readonly record struct MetricSample(DateTime Date, double Value);
