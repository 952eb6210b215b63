using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>The inventory and an engine, in virtual time.</summary>
internal sealed class VirtualInventory : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly SnapshotPublisher _publisher;
    private readonly EngineFollower _follower;
    private Task? _running;

    public VirtualInventory(int seed = 1, bool hasNoEvents = false)
    {
        Engine = new FakeEngine(Time.Provider) { HasNoEvents = hasNoEvents };
        _publisher = new SnapshotPublisher(Options, Time.Provider, Log);
        _follower = new EngineFollower(Engine, _publisher, Options, Time.Provider, new Random(seed), Log);
    }

    public static InventoryOptions Options { get; } = new();

    public VirtualTime Time { get; } = new();

    public FakeEngine Engine { get; }

    public RecordingLogger<ContainerInventory> Log { get; } = new();

    public InventorySnapshot Current => _publisher.Current;

    /// <summary>Whether the engine keeps the containers current.</summary>
    public bool IsKnown => _publisher.IsKnown;

    /// <summary>The number of containers that a report would have.</summary>
    public int Count => Current.Containers.Length;

    /// <summary>Whether the snapshot has exactly the engine's containers.</summary>
    public bool IsRight => Current.Containers.ToHashSet().SetEquals(Engine.Truth) && Count == Engine.Truth.Count;

    /// <summary>Starts to follow the engine, and waits for what needs no time.</summary>
    public void Start()
    {
        _running = _follower.RunAsync(_stopping.Token);
        Time.Settle();
    }

    public void Advance(TimeSpan time)
    {
        Time.Advance(time);
        Assert.False(_running?.IsFaulted ?? false, _running?.Exception?.ToString());
    }

    public void Dispose()
    {
        _stopping.Cancel();
        Time.Settle();
        Assert.True(_running?.IsCanceled ?? true, "The inventory ends when it is told to");
        _publisher.Dispose();
        _stopping.Dispose();
        Time.Dispose();
    }
}
