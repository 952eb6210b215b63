using System.Collections.Immutable;
using VolumeCount.Inventory;
using VolumeCount.Inventory.Docker;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>An engine that says what the test tells it to.</summary>
internal sealed class FakeEngine : IDockerEngine
{
    private int _lists;

    /// <summary>How many times the containers were asked for.</summary>
    public int Lists => Volatile.Read(ref _lists);

    public Func<CancellationToken, Task<ImmutableArray<Container>>> List { get; set; } =
        _ => Task.FromResult(ImmutableArray<Container>.Empty);

    public CallTotals Calls => default;

    public Task<EngineVersion> GetVersionAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new EngineVersion("Fake Engine 1.2.3", "1.44"));

    public async Task<ImmutableArray<Container>> ListContainersAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _lists);
        return await List(cancellationToken);
    }

    public Task<ImmutableArray<Container>> ListContainersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ListContainersAsync(cancellationToken);

    public Task<IEventStream> SubscribeAsync(CancellationToken cancellationToken) =>
        new TaskCompletionSource<IEventStream>().Task.WaitAsync(cancellationToken);
}
