using Microsoft.Extensions.Logging;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class SnapshotPublisherTests : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(15);

    private readonly JumpingTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 21, 16, 30, TimeSpan.Zero));
    private readonly RecordingLogger<ContainerInventory> _log = new();
    private readonly SnapshotPublisher _publisher;

    public SnapshotPublisherTests() => _publisher = new SnapshotPublisher(Window, _time, _log);

    [Fact]
    public void Current_BeforeAnythingIsKnown_IsUnknown()
    {
        _publisher.Lose();

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

        _publisher.Lose();
        _time.Advance(Window - TimeSpan.FromTicks(1));
        _publisher.Lose();

        Assert.Equal(lost, _publisher.Current.Time);
        Assert.Single(_publisher.Current.Containers);
    }

    [Fact]
    public void Current_AfterTheWindow_IsUnknownAndLoggedOnce()
    {
        _publisher.Publish([Containers.Random()]);
        _publisher.Lose();

        _time.Advance(Window);

        Assert.Same(InventorySnapshot.Unknown, _publisher.Current);
        Assert.Equal(
            [(LogLevel.Warning, LogEvents.CountsLeftOut, "Docker has been away for 15 s: the report has no containers until it is back")],
            _log.Lines);
    }

    [Fact]
    public void Current_UpAgainWithinTheWindow_StaysBeyondIt()
    {
        _publisher.Publish([Containers.Random()]);
        _publisher.Lose();
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
        _publisher.Lose();
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
        _publisher.Lose();

        _time.Jump(TimeSpan.FromHours(hours));
        _time.Advance(Window - TimeSpan.FromTicks(1));
        Assert.Single(_publisher.Current.Containers);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Empty(_publisher.Current.Containers);
    }

    public void Dispose() => _publisher.Dispose();
}
