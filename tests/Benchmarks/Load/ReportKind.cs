namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>What a report has of each container.</summary>
internal enum ReportKind
{
    /// <summary>The number of its volumes: the plugin's budget for tables is 0.</summary>
    Counts,

    /// <summary>Also the table of its volumes, as long as the report is within the plugin's own budget.</summary>
    Tables,
}
