namespace VolumeCount.Scope.Writing;

/// <summary>A value of a metric at one moment.</summary>
/// <param name="Time">
/// When the value was measured: the sample's <c>date</c>. A sample without a time is left out of a report.
/// </param>
/// <param name="Value">The value. NaN and the infinities are left out of a report.</param>
public readonly record struct MetricSample(DateTimeOffset Time, double Value)
{
    /// <summary>
    /// The upper end of the graph at that moment, such as a limit that may change; null to use the metric's own. The largest
    /// of all samples is the metric's <c>max</c>.
    /// </summary>
    public double? Max { get; init; }
}
