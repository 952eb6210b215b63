namespace VolumeCount.Report;

internal sealed partial class ReportRenderer
{
    [LoggerMessage(LogEvents.TablesLeftOut, LogLevel.Warning,
        "The report would have {Size} bytes, and its budget is {Budget}: it has the counts alone, without the tables of volumes")]
    private partial void LogTablesLeftOut(int size, long budget);

    [LoggerMessage(LogEvents.TablesBack, LogLevel.Information,
        "The report has {Size} bytes, within its budget of {Budget}: it has the tables of volumes again")]
    private partial void LogTablesBack(int size, long budget);
}
