namespace VolumeCount.Scope.Hosting;

/// <summary>The log lines of the hosting.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(HostingLogEvents.Listening, LogLevel.Information, "Listening on {Path}")]
    public static partial void LogListening(this ILogger logger, string path);

    [LoggerMessage(HostingLogEvents.Replaced, LogLevel.Information, "Another instance has taken over {Path}: stopping")]
    public static partial void LogReplaced(this ILogger logger, string path);

    [LoggerMessage(HostingLogEvents.PublishedAnew, LogLevel.Warning, "{Path} was deleted: listening on a new socket there")]
    public static partial void LogPublishedAnew(this ILogger logger, string path);

    [LoggerMessage(HostingLogEvents.CannotPublish, LogLevel.Error,
        "{Path} was deleted and cannot be created again: {Reason}. Retrying")]
    public static partial void LogCannotPublish(this ILogger logger, string path, string reason);

    [LoggerMessage(HostingLogEvents.NotRemoved, LogLevel.Warning, "{Path} cannot be removed: {Reason}. Remove it by hand")]
    public static partial void LogNotRemoved(this ILogger logger, string path, string reason);

    [LoggerMessage(HostingLogEvents.ReportFailed, LogLevel.Error,
        "The report cannot be made. Probes get the last one for {Window} s, and then a report without nodes. "
        + "Retrying at each request")]
    public static partial void LogReportFailed(this ILogger logger, double window, Exception exception);

    [LoggerMessage(HostingLogEvents.ReportWorksAgain, LogLevel.Information, "The report can be made again")]
    public static partial void LogReportWorksAgain(this ILogger logger);

    [LoggerMessage(HostingLogEvents.ReportTooLarge, LogLevel.Error,
        "The report has {Size} bytes, and Scope refuses more than {MaxSize}: probes get a report without nodes")]
    public static partial void LogReportTooLarge(this ILogger logger, long size, long maxSize);

    [LoggerMessage(HostingLogEvents.ControlFailed, LogLevel.Error, "The control '{Control}' failed for the node {NodeId}")]
    public static partial void LogControlFailed(this ILogger logger, string control, string nodeId, Exception exception);
}
