using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>The life of the inventory as a part of the program.</summary>
public sealed class ContainerInventoryTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeEngine _engine;
    private readonly FakeLifetime _lifetime = new(hasStarted: false);
    private readonly RecordingLogger<ContainerInventory> _log = new();
    private readonly SnapshotPublisher _publisher;
    private readonly ContainerInventory _inventory;

    public ContainerInventoryTests()
    {
        _engine = new FakeEngine(_time);
        _publisher = new SnapshotPublisher(VirtualInventory.Options, _time, _log);
        _inventory = new ContainerInventory(_engine, _publisher, VirtualInventory.Options, _lifetime, _time, _log);
    }

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_BeforeTheApplicationHasStarted_AsksNothing()
    {
        var container = _engine.Create();
        await _inventory.StartAsync(CancellationToken);
        await Wait.UntilAsync(() => _lifetime.IsStartAwaited, "the inventory waits", CancellationToken);
        Assert.Equal(default, _engine.Calls);
        Assert.Same(InventorySnapshot.Unknown, _publisher.Current);

        _lifetime.Start();

        await Wait.UntilAsync(() => _publisher.Current.Containers.Length == 1, "the container is known", CancellationToken);
        Assert.Equal(ImmutableArray.Create(container), _publisher.Current.Containers);
    }

    [Fact]
    public async Task Dispose_BeforeTheApplicationHasStarted_IsNoFailure()
    {
        await _inventory.StartAsync(CancellationToken);
        await Wait.UntilAsync(() => _lifetime.IsStartAwaited, "the inventory waits", CancellationToken);

        _inventory.Dispose();

        await _inventory.ExecuteTask!.WaitAsync(CancellationToken);
    }

    [Fact]
    public async Task Stop_WhileTheEngineHangs_EndsAtOnce()
    {
        var asked = new TaskCompletionSource();
        _engine.Fault = cancellationToken =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };
        _lifetime.Start();
        await _inventory.StartAsync(CancellationToken);
        await asked.Task.WaitAsync(CancellationToken);

        await _inventory.StopAsync(CancellationToken);

        Assert.True(_inventory.ExecuteTask!.IsCompletedSuccessfully);
    }

    public async ValueTask DisposeAsync()
    {
        await _inventory.StopAsync(CancellationToken.None);
        _inventory.Dispose();
        _publisher.Dispose();
        _lifetime.Dispose();
    }
}
