using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Inventory;
using VolumeCount.Inventory.Docker;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class ContainerInventoryTests : IAsyncDisposable
{
    private readonly FakeEngine _engine = new();
    private readonly FakeLifetime _lifetime = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 21, 16, 30, TimeSpan.Zero));
    private readonly RecordingLogger<ContainerInventory> _log = new();
    private readonly ContainerInventory _inventory;

    public ContainerInventoryTests() => _inventory = new ContainerInventory(_engine, Options, _lifetime, _time, _log);

    private static PluginOptions Options { get; } = new()
    {
        PluginsDirectory = "/unused",
        DockerHost = new Uri("unix:///run/fake.sock"),
        ReportBudget = 0,
        LogFormat = LogFormat.Text,
        LogLevel = LogLevel.Information,
    };

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Current_BeforeTheFirstAnswer_IsUnknown()
    {
        _engine.List = cancellationToken => new TaskCompletionSource<ImmutableArray<Container>>().Task.WaitAsync(cancellationToken);

        await _inventory.StartAsync(CancellationToken);
        await Wait.UntilAsync(() => _engine.Lists == 1, "the engine is asked", CancellationToken);

        Assert.Same(InventorySnapshot.Unknown, _inventory.Current);
    }

    [Fact]
    public async Task Start_BeforeTheApplicationHasStarted_AsksNothing()
    {
        using var lifetime = new FakeLifetime(hasStarted: false);
        using var inventory = new ContainerInventory(_engine, Options, lifetime, _time, _log);

        await inventory.StartAsync(CancellationToken);
        await Wait.UntilAsync(() => lifetime.IsStartAwaited, "the inventory waits", CancellationToken);
        Assert.Equal(0, _engine.Lists);

        lifetime.Start();
        await WaitForListsAsync(1);
        await inventory.StopAsync(CancellationToken);
    }

    [Fact]
    public async Task Dispose_BeforeTheApplicationHasStarted_IsNoFailure()
    {
        using var lifetime = new FakeLifetime(hasStarted: false);
        var inventory = new ContainerInventory(_engine, Options, lifetime, _time, _log);
        await inventory.StartAsync(CancellationToken);
        await Wait.UntilAsync(() => lifetime.IsStartAwaited, "the inventory waits", CancellationToken);

        inventory.Dispose();

        await inventory.ExecuteTask!.WaitAsync(CancellationToken);
    }

    [Fact]
    public async Task Current_AfterAnAnswer_HoldsItsContainersAndTheTimeOfAsking()
    {
        var container = Containers.Random();
        _engine.List = _ => Task.FromResult(ImmutableArray.Create(container));

        await StartAndWaitForListsAsync(1);
        await WaitForSnapshotOfNowAsync();

        Assert.Equal([container], _inventory.Current.Containers);
    }

    [Fact]
    public async Task Current_AfterTheNextRefresh_HoldsWhatTheEngineSaysThen()
    {
        _engine.List = _ => Task.FromResult(ImmutableArray.Create(Containers.Random()));
        await StartAndWaitForListsAsync(1);
        var later = Containers.Random();
        _engine.List = _ => Task.FromResult(ImmutableArray.Create(later));

        await AdvanceAndWaitForListsAsync(2);
        await WaitForSnapshotOfNowAsync();

        Assert.Equal([later], _inventory.Current.Containers);
    }

    [Fact]
    public async Task Current_BetweenTwoRefreshes_CausesNoCall()
    {
        await StartAndWaitForListsAsync(1);

        _time.Advance(ContainerInventory.RefreshInterval - TimeSpan.FromTicks(1));

        Assert.Equal(1, _engine.Lists);
    }

    [Fact]
    public async Task Current_WhenTheEngineFails_IsUnknownUntilItAnswersAgain()
    {
        var container = Containers.Random();
        _engine.List = _ => Task.FromResult(ImmutableArray.Create(container));
        await StartAndWaitForListsAsync(1);

        _engine.List = _ => throw new DockerUnavailableException("it is away");
        await AdvanceAndWaitForListsAsync(2);
        await Wait.UntilAsync(() => _inventory.Current == InventorySnapshot.Unknown, "the counts are dropped", CancellationToken);

        _engine.List = _ => Task.FromResult(ImmutableArray.Create(container));
        await AdvanceAndWaitForListsAsync(3);
        await Wait.UntilAsync(() => _inventory.Current.Containers.Length == 1, "the counts are back", CancellationToken);
    }

    [Fact]
    public async Task Log_WhenTheConnectionChanges_TellsEachChangeOnce()
    {
        await StartAndWaitForListsAsync(1);
        await AdvanceAndWaitForListsAsync(2);
        _engine.List = _ => throw new DockerUnavailableException("it is away");
        await AdvanceAndWaitForListsAsync(3);
        await AdvanceAndWaitForListsAsync(4);
        _engine.List = _ => Task.FromResult(ImmutableArray.Create(Containers.Random()));
        await AdvanceAndWaitForListsAsync(5);

        await Wait.UntilAsync(() => _log.Lines.Count >= 3, "three lines are logged", CancellationToken);
        Assert.Collection(
            _log.Lines,
            line => Assert.Equal(
                (LogLevel.Information, LogEvents.EngineConnected,
                    "Connected to Fake Engine 1.2.3 (API 1.44) at unix:///run/fake.sock; containers known: 0"),
                line),
            line => Assert.Equal(
                (LogLevel.Warning, LogEvents.EngineUnavailable,
                    "Docker is not available at unix:///run/fake.sock: it is away. " +
                    "The plugin stays registered, without counts, and keeps trying"),
                line),
            line => Assert.Equal(
                (LogLevel.Information, LogEvents.EngineConnected,
                    "Connected to Fake Engine 1.2.3 (API 1.44) at unix:///run/fake.sock; containers known: 1"),
                line));
    }

    [Fact]
    public async Task Log_WhenTheNumberOfContainersChanges_TellsItAtDebugLevel()
    {
        await StartAndWaitForListsAsync(1);
        _engine.List = _ => Task.FromResult(ImmutableArray.Create(Containers.Random()));

        await AdvanceAndWaitForListsAsync(2);

        await Wait.UntilAsync(() => _log.Lines.Count == 2, "a second line is logged", CancellationToken);
        Assert.Equal((LogLevel.Debug, LogEvents.ContainersChanged, "Containers known: 1, 0 before"), _log.Lines.Last());
    }

    [Fact]
    public async Task Stop_WhileTheEngineHangs_EndsAtOnce()
    {
        _engine.List = cancellationToken => new TaskCompletionSource<ImmutableArray<Container>>().Task.WaitAsync(cancellationToken);
        await _inventory.StartAsync(CancellationToken);
        await Wait.UntilAsync(() => _engine.Lists == 1, "the engine is asked", CancellationToken);

        await _inventory.StopAsync(CancellationToken);

        Assert.True(_inventory.ExecuteTask!.IsCompleted);
    }

    public async ValueTask DisposeAsync()
    {
        await _inventory.StopAsync(CancellationToken.None);
        _inventory.Dispose();
        _lifetime.Dispose();
    }

    private async Task StartAndWaitForListsAsync(int lists)
    {
        await _inventory.StartAsync(CancellationToken);
        await WaitForListsAsync(lists);
    }

    private async Task AdvanceAndWaitForListsAsync(int lists)
    {
        _time.Advance(ContainerInventory.RefreshInterval);
        await WaitForListsAsync(lists);
    }

    private Task WaitForListsAsync(int lists) =>
        Wait.UntilAsync(() => _engine.Lists == lists, $"the engine is asked {lists} times", CancellationToken);

    private Task WaitForSnapshotOfNowAsync() =>
        Wait.UntilAsync(() => _inventory.Current.Time == _time.GetUtcNow(), "the snapshot is of now", CancellationToken);
}
