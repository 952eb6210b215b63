namespace VolumeCount.Report;

/// <summary>The log lines of the report.</summary>
internal static partial class ReportLog
{
    [LoggerMessage(LogEvents.TablesLeftOut, LogLevel.Warning,
        "With the tables of volumes, the report would have {Size} bytes or more, and its budget is {Budget}: it has the counts alone")]
    public static partial void LogTablesOmitted(this ILogger logger, long size, long budget);

    [LoggerMessage(LogEvents.TablesBack, LogLevel.Information,
        "The report has {Size} bytes, within its budget of {Budget}: it has the tables of volumes again")]
    public static partial void LogTablesRestored(this ILogger logger, long size, long budget);

    [LoggerMessage(LogEvents.ReportCut, LogLevel.Warning,
        "A report of all {All} containers would be larger than {MaxMegabytes} MiB, and Scope would refuse it: only {Reported} of them are reported")]
    public static partial void LogReportCut(this ILogger logger, long maxMegabytes, int all, int reported);
}
