using System.Collections.Concurrent;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>
/// A clock that the test moves, and a single thread for all that waits for it: after each step everything that could go on
/// has done so, in the same order in each run.
/// </summary>
internal sealed class VirtualTime : SynchronizationContext, IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private readonly SynchronizationContext? _before = Current;

    public VirtualTime() => SetSynchronizationContext(this);

    public JumpingTimeProvider Provider { get; } = new(new DateTimeOffset(2026, 11, 22, 21, 16, 30, TimeSpan.Zero));

    public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));

    /// <summary>Does what can be done without time passing.</summary>
    public void Settle()
    {
        while (_posted.TryDequeue(out var work))
            work.Callback(work.State);
    }

    /// <summary>Lets time pass, a little at once.</summary>
    public void Advance(TimeSpan time)
    {
        Settle();
        for (var left = time; left > TimeSpan.Zero; left -= Step)
        {
            Provider.Advance(left < Step ? left : Step);
            Settle();
        }
    }

    public void Dispose() => SetSynchronizationContext(_before);
}
