using VolumeCount.Engines.Docker;

namespace VolumeCount.Engines;

/// <summary>Which container engine is asked, and for what.</summary>
internal sealed record EngineOptions
{
    public EngineKind Kind { get; init; }

    /// <summary>
    /// The address of Docker or Podman: <c>unix://</c>, <c>tcp://</c> or <c>http://</c>; null when it is to be found.
    /// </summary>
    public DockerAddress? DockerHost { get; init; }

    /// <summary>The path of the socket of the container runtime; null when it is to be found.</summary>
    public string? CriEndpoint { get; init; }

    /// <summary>Whether the report describes containers, beside counting their mounts.</summary>
    public DescribeMode Describe { get; init; }
}
