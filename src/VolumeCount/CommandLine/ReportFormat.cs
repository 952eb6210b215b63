namespace VolumeCount.CommandLine;

/// <summary>How <c>volume-count report</c> prints.</summary>
internal enum ReportFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>The report that Scope gets.</summary>
    Json,
}
