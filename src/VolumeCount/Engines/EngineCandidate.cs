namespace VolumeCount.Engines;

/// <summary>A unix socket at which an engine may listen.</summary>
internal sealed record EngineCandidate(EngineKind Kind, string SocketPath)
{
    /// <summary>
    /// The sockets at which engines listen unless they are configured otherwise, in the order in which they are tried.
    /// </summary>
    public static IReadOnlyList<EngineCandidate> All { get; } =
    [
        new(EngineKind.Docker, "/var/run/docker.sock"),
        .. OfUser(EngineKind.Docker, "docker.sock"),
        new(EngineKind.Podman, "/run/podman/podman.sock"),
        .. OfUser(EngineKind.Podman, "podman/podman.sock"),
        new(EngineKind.Cri, "/run/containerd/containerd.sock"),
        new(EngineKind.Cri, "/run/k3s/containerd/containerd.sock"),
        new(EngineKind.Cri, "/run/crio/crio.sock"),
    ];

    /// <summary>Why no engine can listen there; null if one may.</summary>
    public string? UnusableReason =>
        File.Exists(SocketPath) ? null : Directory.Exists(SocketPath) ? "is a folder" : "does not exist";

    // An engine without root listens in its user's folder.
    private static IEnumerable<EngineCandidate> OfUser(EngineKind kind, string name) =>
        Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } folder
            ? [new EngineCandidate(kind, Path.Combine(folder, name))]
            : [];
}
