using System.Collections.Immutable;
using VolumeCount.Inventory;
using VolumeCount.Inventory.Docker;

namespace VolumeCount.Tests.Unit.Report;

/// <summary>An engine that has the given containers, or none of the manners to answer at all.</summary>
internal sealed class StubEngine(params Container[]? containers) : IDockerEngine
{
    public CallTotals Calls => default;

    public Task<EngineVersion> GetVersionAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new EngineVersion("Stub Engine 1.0", "1.44"));

    public Task<ImmutableArray<Container>> ListContainersAsync(CancellationToken cancellationToken) => containers is null
        ? new TaskCompletionSource<ImmutableArray<Container>>().Task.WaitAsync(cancellationToken)
        : Task.FromResult(containers.ToImmutableArray());

    public Task<ImmutableArray<Container>> ListContainersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ListContainersAsync(cancellationToken);

    public Task<IEventStream> SubscribeAsync(CancellationToken cancellationToken) => Task.FromResult<IEventStream>(new SilentStream());

    private sealed class SilentStream : IEventStream
    {
        public Task<IReadOnlyList<ContainerEvent>> ReadAsync(CancellationToken cancellationToken) =>
            new TaskCompletionSource<IReadOnlyList<ContainerEvent>>().Task.WaitAsync(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
