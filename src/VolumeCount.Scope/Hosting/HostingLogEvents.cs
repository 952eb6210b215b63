namespace VolumeCount.Scope.Hosting;

/// <summary>The event ids of the hosting's log lines.</summary>
internal static class HostingLogEvents
{
    public const int Listening = 1;
    public const int Replaced = 2;
    public const int PublishedAnew = 3;
    public const int CannotPublish = 4;
    public const int NotRemoved = 5;

    public const int ReportFailed = 10;
    public const int ReportWorksAgain = 11;
    public const int ReportTooLarge = 12;

    public const int ControlFailed = 42;
}
