namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>The plugin's socket cannot be had. The message names the path and the remedy, on one line.</summary>
internal sealed class PluginSocketException(string message, Exception? innerException = null)
    : Exception(message, innerException);
