namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>What is found at the path of a plugin's socket that was published earlier.</summary>
internal enum PluginSocketState
{
    /// <summary>The plugin's own socket.</summary>
    Ours,

    /// <summary>Nothing, or a socket that nobody listens on any more: it must be published anew.</summary>
    Missing,

    /// <summary>The socket of another instance, which has taken over.</summary>
    Replaced,

    /// <summary>Something that is not a socket.</summary>
    Obstructed,
}
