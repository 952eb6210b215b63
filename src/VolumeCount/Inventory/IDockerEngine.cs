using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>The little that the plugin asks of Docker. It only ever reads.</summary>
internal interface IDockerEngine
{
    /// <summary>Asks which engine answers.</summary>
    /// <exception cref="DockerUnavailableException">There was no answer, or none that makes sense.</exception>
    Task<EngineVersion> GetVersionAsync(CancellationToken cancellationToken);

    /// <summary>Lists all containers, running or not.</summary>
    /// <exception cref="DockerUnavailableException">There was no answer, or none that makes sense.</exception>
    Task<ImmutableArray<Container>> ListContainersAsync(CancellationToken cancellationToken);
}
