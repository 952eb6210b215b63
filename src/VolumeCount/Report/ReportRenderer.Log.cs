namespace VolumeCount.Report;

internal sealed partial class ReportRenderer
{
    [LoggerMessage(LogEvents.TablesLeftOut, LogLevel.Warning,
        "With the tables of volumes, the report would have {Size} bytes or more, and its budget is {Budget}: it has the counts alone")]
    private partial void LogTablesLeftOut(long size, long budget);

    [LoggerMessage(LogEvents.TablesBack, LogLevel.Information,
        "The report has {Size} bytes, within its budget of {Budget}: it has the tables of volumes again")]
    private partial void LogTablesBack(long size, long budget);
}
