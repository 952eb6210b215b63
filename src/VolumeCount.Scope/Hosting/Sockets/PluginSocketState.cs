namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>The state of the path of a plugin's socket that was published earlier.</summary>
internal enum PluginSocketState
{
    Ours,

    /// <summary>
    /// Nothing, a socket without a listener, or something that is not a socket: the plugin must publish its own again.
    /// </summary>
    Missing,

    /// <summary>The socket of another instance, which has taken over.</summary>
    Replaced,
}
