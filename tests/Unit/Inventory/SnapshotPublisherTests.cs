using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using VolumeCount.Inventory;
using VolumeCount.Logging;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class SnapshotPublisherTests : IDisposable
{
    private static readonly TimeSpan Window = InventoryOptions.DefaultWindow;

    private readonly JumpingTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 21, 16, 30, TimeSpan.Zero));
    private readonly RecordingLogger<ContainerInventory> _log = new();
    private readonly SnapshotPublisher _publisher;

    public SnapshotPublisherTests() => _publisher = new SnapshotPublisher(new InventoryOptions(), _time, _log);

    [Fact]
    public void Current_BeforeAnythingIsKnown_IsUnknown()
    {
        _publisher.MarkStale(_time.GetTimestamp());

        Assert.Same(InventorySnapshot.Unknown, _publisher.Current);
    }

    [Fact]
    public void Current_WhileUp_IsOfNow()
    {
        var container = Containers.Random();
        _publisher.Publish([container]);
        _time.Advance(TimeSpan.FromHours(7));

        Assert.Equal(_time.GetUtcNow(), _publisher.Current.Time);
        Assert.Equal([container], _publisher.Current.Containers);
    }

    [Fact]
    public void Current_WhileDown_StaysAtTheLastMomentWhenItWasTrue()
    {
        _publisher.Publish([Containers.Random()]);
        _time.Advance(TimeSpan.FromMinutes(1));
        var lost = _time.GetUtcNow();

        _publisher.MarkStale(_time.GetTimestamp());
        _time.Advance(Window - TimeSpan.FromTicks(1));
        _publisher.MarkStale(_time.GetTimestamp());

        Assert.Equal(lost, _publisher.Current.Time);
        Assert.Single(_publisher.Current.Containers);
    }

    [Fact]
    public void Current_AfterTheWindow_IsUnknownAndLoggedOnce()
    {
        _publisher.Publish([Containers.Random()]);
        _publisher.MarkStale(_time.GetTimestamp());

        _time.Advance(Window);

        Assert.Same(InventorySnapshot.Unknown, _publisher.Current);
        Assert.Equal(
            [(LogLevel.Warning, LogEvents.CountsLeftOut, "The container engine has been unavailable for 15 s: the report "
                + "has no containers until it is back")],
            _log.Lines);
    }

    [Fact]
    public void Current_UpAgainWithinTheWindow_StaysBeyondIt()
    {
        _publisher.Publish([Containers.Random()]);
        _publisher.MarkStale(_time.GetTimestamp());
        _time.Advance(Window / 2);
        _publisher.Publish([Containers.Random(), Containers.Random()]);

        _time.Advance(Window);

        Assert.Equal(2, _publisher.Current.Containers.Length);
        Assert.Empty(_log.Lines);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Current_AfterTheClockHasJumped_IsOfTheNewTime(int hours)
    {
        _publisher.Publish([Containers.Random()]);

        _time.Jump(TimeSpan.FromHours(hours));

        Assert.Equal(_time.GetUtcNow(), _publisher.Current.Time);
        Assert.Single(_publisher.Current.Containers);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Current_WhileDownAndTheClockJumps_IsOfTheSameMoment(int hours)
    {
        _publisher.Publish([Containers.Random()]);
        _publisher.MarkStale(_time.GetTimestamp());
        _time.Advance(TimeSpan.FromSeconds(4));

        _time.Jump(TimeSpan.FromHours(hours));

        Assert.Equal(_time.GetUtcNow() - TimeSpan.FromSeconds(4), _publisher.Current.Time);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Window_WhileTheClockJumps_IsAsLongAsEver(int hours)
    {
        _publisher.Publish([Containers.Random()]);
        _publisher.MarkStale(_time.GetTimestamp());

        _time.Jump(TimeSpan.FromHours(hours));
        _time.Advance(Window - TimeSpan.FromTicks(1));
        Assert.Single(_publisher.Current.Containers);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Empty(_publisher.Current.Containers);
    }

    [Fact]
    public void MarkStale_SinceAMomentBefore_CountsTheWindowFromThen()
    {
        _publisher.Publish([Containers.Random()]);
        var since = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(5));

        _publisher.MarkStale(since);

        Assert.Equal(_time.GetUtcNow() - TimeSpan.FromSeconds(5), _publisher.Current.Time);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Same(InventorySnapshot.Unknown, _publisher.Current);
    }

    [Fact]
    public void Update_WhileStale_LeavesTheTime()
    {
        _publisher.Publish([Containers.Random(), Containers.Random()]);
        _publisher.MarkStale(_time.GetTimestamp());
        var time = _publisher.Current.Time;
        _time.Advance(TimeSpan.FromSeconds(5));

        _publisher.Update([Containers.Random()]);

        Assert.Equal(time, _publisher.Current.Time);
        Assert.Single(_publisher.Current.Containers);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Same(InventorySnapshot.Unknown, _publisher.Current);
    }

    [Fact]
    public void Update_WhileLost_PublishesNothing()
    {
        _publisher.Update([Containers.Random()]);

        Assert.Same(InventorySnapshot.Unknown, _publisher.Current);
    }

    [Fact]
    public void Changed_OccursAfterEachChangeAndNoOther()
    {
        var changes = 0;
        _publisher.Changed += () => changes++;
        var containers = ImmutableArray.Create(Containers.Random());

        _publisher.Publish(containers);
        Assert.Equal(1, changes);
        _publisher.Publish(containers);
        _publisher.Update(containers);
        Assert.Equal(1, changes);
        _publisher.Update([Containers.Random()]);
        Assert.Equal(2, changes);
        _publisher.MarkStale(_time.GetTimestamp());
        Assert.Equal(3, changes);
        _publisher.MarkStale(_time.GetTimestamp());
        Assert.Equal(3, changes);
        _time.Advance(Window);
        Assert.Equal(4, changes);
    }

    public void Dispose() => _publisher.Dispose();
}
