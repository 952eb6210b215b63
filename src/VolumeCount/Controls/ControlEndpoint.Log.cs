namespace VolumeCount.Controls;

internal sealed partial class ControlEndpoint
{
    [LoggerMessage(LogEvents.ControlFailed, LogLevel.Error, "The control {Control} failed on {NodeId}")]
    private partial void LogControlFailed(Exception exception, string control, string nodeId);
}
