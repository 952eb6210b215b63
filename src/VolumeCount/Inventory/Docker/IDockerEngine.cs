using System.Collections.Immutable;

namespace VolumeCount.Inventory.Docker;

/// <summary>The little that the plugin asks of Docker. It only ever reads.</summary>
internal interface IDockerEngine
{
    /// <summary>The calls made so far.</summary>
    CallTotals Calls { get; }

    /// <summary>Asks which engine answers.</summary>
    /// <exception cref="DockerUnavailableException">There was no answer, or none that makes sense.</exception>
    Task<EngineVersion> GetVersionAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes to what happens to containers. Whatever happens after the answer is in the stream; some of what happened before it
    /// may be as well.
    /// </summary>
    /// <exception cref="DockerUnavailableException">There was no answer, or none that makes sense.</exception>
    Task<IEventStream> SubscribeAsync(CancellationToken cancellationToken);

    /// <summary>Lists all containers, running or not.</summary>
    /// <exception cref="DockerUnavailableException">There was no answer, or none that makes sense.</exception>
    Task<ImmutableArray<Container>> ListContainersAsync(CancellationToken cancellationToken);

    /// <summary>Lists those of the containers that there are, running or not; it may list others as well.</summary>
    /// <exception cref="DockerUnavailableException">There was no answer, or none that makes sense.</exception>
    Task<ImmutableArray<Container>> ListContainersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
