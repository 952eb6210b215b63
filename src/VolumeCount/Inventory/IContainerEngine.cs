using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>A container engine, as far as the inventory needs one. Every call only reads, and has a deadline.</summary>
internal interface IContainerEngine
{
    /// <summary>The engine's name in log lines and errors, such as <c>Docker</c>.</summary>
    string Name { get; }

    /// <summary>Where the engine listens, as log lines and errors show it.</summary>
    string Address { get; }

    /// <summary>The path of the unix socket that the engine listens on; null over TCP.</summary>
    string? SocketPath { get; }

    /// <summary>Asks the engine for its name and version.</summary>
    /// <exception cref="EngineUnavailableException">The engine did not answer, or answered something unexpected.</exception>
    Task<EngineDescription> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>Lists all containers, running or not.</summary>
    /// <exception cref="EngineUnavailableException">The engine did not answer, or answered something unexpected.</exception>
    Task<ContainerList> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Lists the containers with the given ids, as far as they exist. Other containers may be in the list as well.
    /// </summary>
    /// <exception cref="EngineUnavailableException">The engine did not answer, or answered something unexpected.</exception>
    Task<ContainerList> ListAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes to the events of containers. The first batch is returned when the subscription is active, and may be
    /// empty: every later change is in the stream, and some of the earlier ones may be.
    /// </summary>
    /// <returns>
    /// The events in their order, in batches; null when the engine has no events, so that it has to be polled.
    /// </returns>
    /// <exception cref="EngineUnavailableException">
    /// While enumerating: the stream failed. Its end is not an error.
    /// </exception>
    IAsyncEnumerable<ImmutableArray<ContainerEvent>>? Watch(CancellationToken cancellationToken);

    /// <summary>Measures what the running containers use, if Scope does not measure that itself.</summary>
    /// <returns>A sample of each container that could be measured; null where Scope measures the containers.</returns>
    /// <exception cref="EngineUnavailableException">The engine did not answer, or answered something unexpected.</exception>
    /// <exception cref="NotSupportedException">The engine cannot measure its containers.</exception>
    Task<ImmutableArray<UsageSample>?> MeasureAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<UsageSample>?>(null);
}
