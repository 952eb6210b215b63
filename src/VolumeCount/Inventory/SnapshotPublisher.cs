using System.Collections.Immutable;
using VolumeCount.Logging;

namespace VolumeCount.Inventory;

/// <summary>
/// Holds the snapshot that readers see. It is <em>known</em> while the engine keeps it current, <em>stale</em> for the
/// window after the engine has become unavailable, and then <em>lost</em>. Reading never waits for the engine, nor for a
/// lock; one caller at a time may change it.
/// </summary>
internal sealed class SnapshotPublisher(
    InventoryOptions options, TimeProvider timeProvider, ILogger<ContainerInventory> logger) : IDisposable
{
    private static readonly State Lost = new([], StaleSince: null, IsKnown: false);

    private State _state = Lost;
    private ITimer? _expiry;

    /// <summary>
    /// Occurs after the containers or their status have changed, on the thread that changed them. That thread may hold a
    /// lock: a handler must not block.
    /// </summary>
    public event Action? Changed;

    /// <summary>
    /// The current snapshot. Its time is now while the containers are known, and the last moment when they were while they
    /// are stale; when they are lost, and before the engine's first answer, it is <see cref="InventorySnapshot.Unknown"/>.
    /// While no container changes, all snapshots have the same array.
    /// </summary>
    public InventorySnapshot Current => Volatile.Read(ref _state) switch
    {
        { IsKnown: true } known => new InventorySnapshot(timeProvider.GetUtcNow(), known.Containers),
        // Measured, so that it stays the same moment when the clock is set.
        { StaleSince: { } since } stale =>
            new InventorySnapshot(timeProvider.GetUtcNow() - timeProvider.GetElapsedTime(since), stale.Containers),
        _ => InventorySnapshot.Unknown,
    };

    /// <summary>Whether the engine keeps the containers current.</summary>
    public bool IsKnown => Volatile.Read(ref _state).IsKnown;

    /// <summary>Publishes the containers of an engine that is available.</summary>
    public void Publish(ImmutableArray<Container> containers)
    {
        _expiry?.Dispose();
        Set(new State(containers, StaleSince: null, IsKnown: true));
    }

    /// <summary>
    /// Publishes a change of the containers, whether or not the engine is available now. Without effect when they are lost.
    /// </summary>
    public void Update(ImmutableArray<Container> containers)
    {
        for (var state = Volatile.Read(ref _state);
             state != Lost && state.Containers != containers;
             state = Volatile.Read(ref _state))
        {
            // They may expire meanwhile.
            if (ReferenceEquals(
                Interlocked.CompareExchange(ref _state, state with { Containers = containers }, state), state))
            {
                OnChanged(state, containers.Length);
            }
        }
    }

    /// <summary>Marks the containers as stale: Scope would draw a node that it does not know itself as a ghost.</summary>
    /// <param name="since">The last moment when they were known, as a timestamp of the time provider.</param>
    public void MarkStale(long since)
    {
        if (!IsKnown)
            return;

        Set(new State(_state.Containers, since, IsKnown: false));
        var left = options.Window - timeProvider.GetElapsedTime(since);
        _expiry = timeProvider.CreateTimer(
            _ => Expire(since), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _expiry?.Dispose();

    private void Set(State state)
    {
        var previous = Interlocked.Exchange(ref _state, state);
        if (previous != state)
            OnChanged(previous, state.Containers.Length);
    }

    private void OnChanged(State previous, int count)
    {
        if (previous.IsKnown && previous.Containers.Length != count)
            logger.LogContainersChanged(count, previous.Containers.Length);
        Changed?.Invoke();
    }

    private void Expire(long since)
    {
        for (var state = Volatile.Read(ref _state); state.StaleSince == since; state = Volatile.Read(ref _state))
        {
            if (!ReferenceEquals(Interlocked.CompareExchange(ref _state, Lost, state), state))
                continue;
            logger.LogCountsLeftOut(options.Window.TotalSeconds);
            Changed?.Invoke();
        }
    }

    private sealed record State(ImmutableArray<Container> Containers, long? StaleSince, bool IsKnown);
}
