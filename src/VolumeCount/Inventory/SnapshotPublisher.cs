using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>
/// Holds what readers see. A reader takes one reference and waits for nobody. Whoever publishes does so one at a time.
/// </summary>
internal sealed class SnapshotPublisher(TimeSpan window, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    private static readonly State Unknown = new([], LostAt: null, IsUp: false);

    private State _state = Unknown;
    private ITimer? _expiry;

    /// <summary>
    /// What is known at this moment: of now while Docker tells what happens; of the last moment when it did, for as long as
    /// the window; then nothing.
    /// </summary>
    public InventorySnapshot Current => Volatile.Read(ref _state) switch
    {
        { IsUp: true } up => new InventorySnapshot(timeProvider.GetUtcNow(), up.Containers),
        // Measured, and so of the same moment though the clock was set meanwhile.
        { LostAt: { } lost } down => new InventorySnapshot(timeProvider.GetUtcNow() - timeProvider.GetElapsedTime(lost), down.Containers),
        _ => InventorySnapshot.Unknown,
    };

    /// <summary>Whether Docker tells what happens.</summary>
    public bool IsUp => Volatile.Read(ref _state).IsUp;

    /// <summary>These are the containers now.</summary>
    public void Publish(ImmutableArray<Container> containers)
    {
        _expiry?.Dispose();
        var previous = Interlocked.Exchange(ref _state, new State(containers, LostAt: null, IsUp: true));
        if (previous.IsUp && previous.Containers.Length != containers.Length)
            logger.LogContainersChanged(containers.Length, previous.Containers.Length);
    }

    /// <summary>Docker does not tell any more. Scope would draw a node that it does not know itself as a ghost.</summary>
    public void Lose()
    {
        if (!IsUp)
            return;

        var down = new State(_state.Containers, timeProvider.GetTimestamp(), IsUp: false);
        Volatile.Write(ref _state, down);
        _expiry = timeProvider.CreateTimer(_ => Expire(down), null, window, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _expiry?.Dispose();

    private void Expire(State down)
    {
        if (Interlocked.CompareExchange(ref _state, Unknown, down) == down)
            logger.LogCountsLeftOut(window.TotalSeconds);
    }

    private sealed record State(ImmutableArray<Container> Containers, long? LostAt, bool IsUp);
}
