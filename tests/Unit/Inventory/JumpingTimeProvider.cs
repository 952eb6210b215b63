using Microsoft.Extensions.Time.Testing;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>
/// A clock that can be set, like the system's: the time of day jumps, and elapsed time does not. The clock of the package
/// moves both when it is adjusted.
/// </summary>
internal sealed class JumpingTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan _offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _offset;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    /// <summary>Sets the clock, ahead or back.</summary>
    public void Jump(TimeSpan by) => _offset += by;
}
