namespace VolumeCount.Report;

internal sealed partial class ReportLimit
{
    [LoggerMessage(LogEvents.ReportCut, LogLevel.Warning,
        "A report of all {All} containers would be larger than {MaxMegabytes} MiB, and Scope would refuse it: only {Reported} of them are reported")]
    private partial void LogCut(long maxMegabytes, int all, int reported);
}
