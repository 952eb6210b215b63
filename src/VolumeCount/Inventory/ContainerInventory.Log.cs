namespace VolumeCount.Inventory;

internal sealed partial class ContainerInventory
{
    [LoggerMessage(LogEvents.EngineConnected, LogLevel.Information,
        "Connected to {Engine} (API {ApiVersion}) at {DockerHost}; containers known: {Count}")]
    private partial void LogConnected(string engine, string apiVersion, Uri dockerHost, int count);

    [LoggerMessage(LogEvents.EngineUnavailable, LogLevel.Warning,
        "Docker is not available at {DockerHost}: {Reason}. The plugin stays registered, without counts, and keeps trying")]
    private partial void LogUnavailable(Uri dockerHost, string reason);

    [LoggerMessage(LogEvents.ContainersChanged, LogLevel.Debug, "Containers known: {Count}, {Previous} before")]
    private partial void LogContainersChanged(int count, int previous);
}
