namespace VolumeCount;

/// <summary>The event ids of every log line, in one place so that none is used twice.</summary>
internal static class LogEvents
{
    public const int Listening = 1;
    public const int Replaced = 2;
    public const int PublishedAnew = 3;
    public const int CannotPublish = 4;
    public const int NotRemoved = 5;

    public const int EngineConnected = 20;
    public const int EngineUnavailable = 21;
    public const int ContainersChanged = 22;
    public const int CountsLeftOut = 23;
    public const int StillUnavailable = 24;
    public const int ListFails = 25;
    public const int ListWorksAgain = 26;
    public const int Reconciled = 27;
    public const int FollowingFailed = 29;

    public const int TablesLeftOut = 40;
    public const int TablesBack = 41;
    public const int ControlFailed = 42;
    public const int ReportCut = 43;
}
