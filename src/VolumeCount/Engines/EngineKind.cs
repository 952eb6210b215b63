namespace VolumeCount.Engines;

/// <summary>The kind of container engine to ask.</summary>
internal enum EngineKind
{
    /// <summary>The engine whose address is given, or else the first one that is found.</summary>
    Auto,

    Docker,

    /// <summary>Podman, through its API for clients of Docker.</summary>
    Podman,

    /// <summary>A runtime of Kubernetes, through the Container Runtime Interface: containerd, CRI-O and others.</summary>
    Cri,
}
