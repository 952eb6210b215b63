namespace VolumeCount.Logging;

/// <summary>
/// The log lines of the inventory, the report and the choice of an engine. They are in one class because what is generated
/// for several would be in the order in which the file system lists their files, so that no two builds were alike.
/// </summary>
internal static partial class PluginLog
{
    [LoggerMessage(LogEvents.EngineConnected, LogLevel.Information,
        "Connected to {Engine} (API {ApiVersion}) at {Address}; containers known: {Count}")]
    public static partial void LogConnected(
        this ILogger logger, string engine, string apiVersion, string address, int count);

    [LoggerMessage(LogEvents.EngineUnavailable, LogLevel.Warning,
        "{Engine} is not available at {Address}: {Reason}. "
        + "The plugin stays registered, with the last counts for {Window} s, and keeps trying")]
    public static partial void LogUnavailable(
        this ILogger logger, string engine, string address, string reason, double window);

    [LoggerMessage(LogEvents.EngineUnavailable, LogLevel.Warning,
        "{Engine} is not available at {Address}: {Reason}. The plugin stays registered, without counts, and keeps trying",
        EventName = "EngineNeverAvailable")]
    public static partial void LogNeverAvailable(this ILogger logger, string engine, string address, string reason);

    [LoggerMessage(LogEvents.EngineUnavailable, LogLevel.Warning,
        "{Engine} is not available at {Address}, now for another reason: {Reason}. The plugin keeps trying",
        EventName = "EngineUnavailableOtherwise")]
    public static partial void LogUnavailableOtherwise(this ILogger logger, string engine, string address, string reason);

    [LoggerMessage(LogEvents.FollowingFailed, LogLevel.Error,
        "Following {Engine} at {Address} failed. This is a bug of the plugin; it keeps trying")]
    public static partial void LogFollowingFailed(this ILogger logger, string engine, string address, Exception exception);

    [LoggerMessage(LogEvents.ContainersChanged, LogLevel.Debug, "Containers known: {Count}, {Previous} before")]
    public static partial void LogContainersChanged(this ILogger logger, int count, int previous);

    [LoggerMessage(LogEvents.CountsLeftOut, LogLevel.Warning,
        "The container engine has been unavailable for {Window} s: the report has no containers until it is back")]
    public static partial void LogCountsLeftOut(this ILogger logger, double window);

    [LoggerMessage(LogEvents.StillUnavailable, LogLevel.Debug,
        "Listing the containers of {Engine} failed: {Reason}. Retrying in {Delay} ms")]
    public static partial void LogRetry(this ILogger logger, string engine, string reason, double delay);

    [LoggerMessage(LogEvents.ListFails, LogLevel.Warning,
        "{Engine} emits events, but listing containers fails: {Reason}. New containers may be missing. Retrying")]
    public static partial void LogListFails(this ILogger logger, string engine, string reason);

    [LoggerMessage(LogEvents.ListWorksAgain, LogLevel.Information, "{Engine} lists its containers again")]
    public static partial void LogListWorksAgain(this ILogger logger, string engine);

    [LoggerMessage(LogEvents.Reconciled, LogLevel.Information,
        "A full list has repaired the counts: "
        + "{Missing} containers were missing, {Stale} were gone, {Changed} had other mounts")]
    public static partial void LogReconciled(this ILogger logger, int missing, int stale, int changed);

    [LoggerMessage(LogEvents.Polling, LogLevel.Warning,
        "{Engine} emits no events: {Reason}. The containers are listed every {Interval} s until it does")]
    public static partial void LogPolling(this ILogger logger, string engine, string reason, double interval);

    [LoggerMessage(LogEvents.EventsAgain, LogLevel.Information, "{Engine} emits events again")]
    public static partial void LogEventsAgain(this ILogger logger, string engine);

    [LoggerMessage(LogEvents.UnreadableContainer, LogLevel.Warning,
        "{Engine} lists container {Id} in a form that is not valid: {Reason}. It is left out")]
    public static partial void LogUnreadable(this ILogger logger, string engine, string id, string reason);

    [LoggerMessage(LogEvents.UsageNotSupported, LogLevel.Information,
        "{Engine} does not measure its containers: {Reason}. They have no graphs of processor and memory")]
    public static partial void LogUsageNotSupported(this ILogger logger, string engine, string reason);

    [LoggerMessage(LogEvents.MeasuringFailed, LogLevel.Debug,
        "Measuring the containers of {Engine} failed: {Reason}. Retrying")]
    public static partial void LogMeasuringFailed(this ILogger logger, string engine, string reason);

    [LoggerMessage(LogEvents.TablesLeftOut, LogLevel.Warning,
        "With the tables of volumes, the report would have {Size} bytes or more, and its budget is {Budget}: "
        + "it has the counts alone")]
    public static partial void LogTablesOmitted(this ILogger logger, long size, long budget);

    [LoggerMessage(LogEvents.TablesBack, LogLevel.Information,
        "The report has {Size} bytes, within its budget of {Budget}: it has the tables of volumes again")]
    public static partial void LogTablesRestored(this ILogger logger, long size, long budget);

    [LoggerMessage(LogEvents.ReportCut, LogLevel.Warning,
        "A report of all {All} containers would be larger than {MaxMegabytes} MiB, and Scope would refuse it: "
        + "only {Reported} of them are reported")]
    public static partial void LogReportCut(this ILogger logger, long maxMegabytes, int all, int reported);

    [LoggerMessage(LogEvents.EngineChosen, LogLevel.Information,
        "Using {Engine} at {Address}: it is the first of the known sockets that can be used. Passed over: {Unused}")]
    public static partial void LogEngineChosen(this ILogger logger, string engine, string address, string unused);
}
