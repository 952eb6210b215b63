namespace VolumeCount.Inventory;

/// <summary>What the inventory logs.</summary>
internal static partial class InventoryLog
{
    [LoggerMessage(LogEvents.EngineConnected, LogLevel.Information,
        "Connected to {Engine} (API {ApiVersion}) at {Address}; containers known: {Count}")]
    public static partial void LogConnected(this ILogger logger, string engine, string apiVersion, string address, int count);

    [LoggerMessage(LogEvents.EngineUnavailable, LogLevel.Warning,
        "Docker is not available at {Address}: {Reason}. The plugin stays registered, with the last counts for {Window} s, and keeps trying")]
    public static partial void LogUnavailable(this ILogger logger, string address, string reason, double window);

    [LoggerMessage(LogEvents.EngineUnavailable, LogLevel.Warning,
        "Docker is not available at {Address}: {Reason}. The plugin stays registered, without counts, and keeps trying",
        EventName = "EngineNeverAvailable")]
    public static partial void LogNeverAvailable(this ILogger logger, string address, string reason);

    [LoggerMessage(LogEvents.EngineUnavailable, LogLevel.Warning,
        "Docker is not available at {Address}, now for another reason: {Reason}. The plugin keeps trying",
        EventName = "EngineUnavailableOtherwise")]
    public static partial void LogUnavailableOtherwise(this ILogger logger, string address, string reason);

    [LoggerMessage(LogEvents.FollowingFailed, LogLevel.Error,
        "Following Docker at {Address} has failed. That is a fault of the plugin; it keeps trying")]
    public static partial void LogFollowingFailed(this ILogger logger, string address, Exception exception);

    [LoggerMessage(LogEvents.ContainersChanged, LogLevel.Debug, "Containers known: {Count}, {Previous} before")]
    public static partial void LogContainersChanged(this ILogger logger, int count, int previous);

    [LoggerMessage(LogEvents.CountsLeftOut, LogLevel.Warning, "Docker has been away for {Window} s: the report has no containers until it is back")]
    public static partial void LogCountsLeftOut(this ILogger logger, double window);

    [LoggerMessage(LogEvents.StillUnavailable, LogLevel.Debug, "Docker cannot be followed: {Reason}. The next attempt is in {Delay} ms")]
    public static partial void LogStillUnavailable(this ILogger logger, string reason, double delay);

    [LoggerMessage(LogEvents.ListFails, LogLevel.Warning,
        "Docker tells what happens to containers, but does not list them: {Reason}. New ones are missing meanwhile; keeps trying")]
    public static partial void LogListFails(this ILogger logger, string reason);

    [LoggerMessage(LogEvents.ListWorksAgain, LogLevel.Information, "Docker lists its containers again")]
    public static partial void LogListWorksAgain(this ILogger logger);

    [LoggerMessage(LogEvents.Reconciled, LogLevel.Information,
        "A full list has repaired the counts: {Missing} containers were missing, {Stale} were gone, {Changed} had other mounts")]
    public static partial void LogReconciled(this ILogger logger, int missing, int stale, int changed);
}
