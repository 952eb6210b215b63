namespace VolumeCount.Inventory.Docker;

/// <summary>What happens to Docker's containers, as it happens.</summary>
internal interface IEventStream : IAsyncDisposable
{
    /// <summary>Waits for the next events, and returns those that have come, in their order.</summary>
    /// <exception cref="DockerUnavailableException">The stream has ended, or what came makes no sense.</exception>
    Task<IReadOnlyList<ContainerEvent>> ReadAsync(CancellationToken cancellationToken);
}
