namespace VolumeCount.Logging;

/// <summary>The event ids of the log lines of inventory and report. The hosting has 1 to 19 and 42.</summary>
internal static class LogEvents
{
    public const int EngineConnected = 20;
    public const int EngineUnavailable = 21;
    public const int ContainersChanged = 22;
    public const int CountsLeftOut = 23;
    public const int StillUnavailable = 24;
    public const int ListFails = 25;
    public const int ListWorksAgain = 26;
    public const int Reconciled = 27;
    public const int FollowingFailed = 29;
    public const int Polling = 30;
    public const int EventsAgain = 31;
    public const int UnreadableContainer = 32;
    public const int EngineChosen = 35;
    public const int UsageNotSupported = 36;
    public const int MeasuringFailed = 37;

    public const int TablesLeftOut = 40;
    public const int TablesBack = 41;
    public const int ReportCut = 43;
}
