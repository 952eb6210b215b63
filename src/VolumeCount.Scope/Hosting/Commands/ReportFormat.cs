namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The output format of the command <c>report</c>.</summary>
public enum ReportFormat
{
    /// <summary>A human-readable table.</summary>
    Table,

    /// <summary>The report that Scope gets.</summary>
    Json,
}
