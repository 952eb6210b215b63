namespace VolumeCount.Engines;

/// <summary>What the choice of an engine logs.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(LogEvents.EngineChosen, LogLevel.Information,
        "Using {Engine} at {Address}: it is the first of the known sockets that can be used. Passed over: {Unused}")]
    public static partial void LogEngineChosen(this ILogger logger, string engine, string address, string unused);

    [LoggerMessage(LogEvents.EngineChosen, LogLevel.Information, "Using {Engine} at {Address}: its address is given",
        EventName = "EngineGiven")]
    public static partial void LogEngineGiven(this ILogger logger, string engine, string address);
}
