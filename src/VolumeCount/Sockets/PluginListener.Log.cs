namespace VolumeCount.Sockets;

internal sealed partial class PluginListener
{
    [LoggerMessage(LogEvents.Listening, LogLevel.Information, "Listening on {Path}")]
    private partial void LogListening(string path);

    [LoggerMessage(LogEvents.Replaced, LogLevel.Information, "Another instance has taken over {Path}: stopping")]
    private partial void LogReplaced(string path);

    [LoggerMessage(LogEvents.PublishedAnew, LogLevel.Warning, "{Path} was deleted: listening on a new socket there")]
    private partial void LogPublishedAnew(string path);

    [LoggerMessage(LogEvents.CannotPublish, LogLevel.Error, "{Path} is gone and cannot be put back, still trying: {Reason}")]
    private partial void LogCannotPublish(string path, string reason);

    [LoggerMessage(LogEvents.NotRemoved, LogLevel.Warning, "{Path} cannot be removed: {Reason}. Remove it by hand")]
    private partial void LogNotRemoved(string path, string reason);
}
