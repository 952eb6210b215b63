namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>
/// Thrown when the plugin's socket cannot be created. The message names the path and the fix, on one line.
/// </summary>
internal sealed class PluginSocketException(string message, Exception? innerException = null)
    : Exception(message, innerException);
