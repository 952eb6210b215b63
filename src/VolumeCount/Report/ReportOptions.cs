namespace VolumeCount.Report;

/// <summary>What may be in the report.</summary>
internal sealed record ReportOptions
{
    /// <summary>A size that a probe on two cores was seen to read within its 500 ms; it gave up on twice as much.</summary>
    public const long DefaultBudget = 3 * 1024 * 1024;

    /// <summary>The size, in bytes, from which a report has no tables of volumes.</summary>
    public long Budget { get; init; } = DefaultBudget;
}
