using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Engines.Cri;
using VolumeCount.Inventory;
using VolumeCount.Tests.Cri;

namespace VolumeCount.Tests.Unit.Engines.Cri;

public sealed class ContainerdEventsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_BeforeAnyEvent_ReportsThatTheSubscriptionIsActive()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        using var engine = new CriEngine(runtime.SocketPath, describes: false, TimeProvider.System);

        await using var events = await WatchAsync(engine, runtime);

        Assert.Equal(
            ["namespace==\"k8s.io\",topic~=\"^/(containers/(create|delete)|tasks/(start|exit))$\""], runtime.Filters);
    }

    [Theory]
    [InlineData("/containers/create", "Changed")]
    [InlineData("/tasks/start", "Changed")]
    [InlineData("/tasks/exit", "Changed")]
    [InlineData("/containers/delete", "Removed")]
    public async Task Watch_OfAnEvent_ReportsWhatItMeans(string topic, string kind)
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        using var engine = new CriEngine(runtime.SocketPath, describes: false, new FakeTimeProvider());
        await using var events = await WatchAsync(engine, runtime);
        var id = Containers.RandomId();

        runtime.Send(topic, id);

        Assert.Equal([new ContainerEvent(System.Enum.Parse<ContainerEventKind>(kind), id)], await NextAsync(events));
    }

    [Fact]
    public async Task Watch_WhenACommandInAContainerEnds_ReportsNothing()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        using var engine = new CriEngine(runtime.SocketPath, describes: false, new FakeTimeProvider());
        await using var events = await WatchAsync(engine, runtime);
        var id = Containers.RandomId();

        runtime.Send("/tasks/exit", Containers.RandomId(), process: "liveness");
        runtime.Send("/containers/delete", id);

        Assert.Equal([new ContainerEvent(ContainerEventKind.Removed, id)], await NextAsync(events));
    }

    [Fact]
    public async Task Watch_OfAnEventThatCannotBeRead_LeavesItOut()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        using var engine = new CriEngine(runtime.SocketPath, describes: false, new FakeTimeProvider());
        await using var events = await WatchAsync(engine, runtime);
        var id = Containers.RandomId();

        runtime.Send(new Envelope { Topic = "/tasks/exit", Event = new Any { Value = ByteString.CopyFrom(0xFF, 0xFF) } });
        runtime.Send(new Envelope { Topic = "/tasks/exit" });
        runtime.Send("/containers/delete", id);

        Assert.Equal([new ContainerEvent(ContainerEventKind.Removed, id)], await NextAsync(events));
    }

    [Fact]
    public async Task Watch_AfterAChange_ReportsItAgainWhileTheRuntimeMayNotShowItYet()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        var time = new FakeTimeProvider();
        using var engine = new CriEngine(runtime.SocketPath, describes: false, time);
        await using var events = await WatchAsync(engine, runtime);
        var (one, other, gone) = (Containers.RandomId(), Containers.RandomId(), Containers.RandomId());
        foreach (var id in new[] { one, other, gone })
        {
            runtime.Send("/tasks/start", id);
            await NextAsync(events);
        }

        runtime.Send("/containers/delete", gone);
        await NextAsync(events);

        for (var i = 0; i < ContainerdEvents.Repetitions; i++)
        {
            var next = events.MoveNextAsync();
            time.Advance(ContainerdEvents.RepetitionDelay);
            Assert.True(await next);
            Assert.Equal(
                new HashSet<ContainerEvent> { new(ContainerEventKind.Changed, one), new(ContainerEventKind.Changed, other) },
                events.Current.ToHashSet());
        }

        var last = events.MoveNextAsync();
        time.Advance(TimeSpan.FromDays(1));
        runtime.Send("/containers/delete", one);
        Assert.True(await last);
        Assert.Equal([new ContainerEvent(ContainerEventKind.Removed, one)], events.Current);
    }

    [Fact]
    public async Task Watch_WhereTheRuntimeHasNoEvents_Ends()
    {
        await using var runtime = await ScriptedRuntime.StartAsync(hasEvents: false);
        using var engine = new CriEngine(runtime.SocketPath, describes: false, TimeProvider.System);
        await using var events = engine.Watch(Cancellation)!.GetAsyncEnumerator(Cancellation);

        while (await events.MoveNextAsync())
            Assert.Empty(events.Current);
    }

    [Fact]
    public async Task Watch_WhenTheStreamBreaksOff_Fails()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        using var engine = new CriEngine(runtime.SocketPath, describes: false, TimeProvider.System);
        await using var events = await WatchAsync(engine, runtime);

        runtime.CutEvents();

        await Assert.ThrowsAsync<EngineUnavailableException>(async () => await events.MoveNextAsync());
    }

    [Fact]
    public async Task Watch_WhenItIsRefused_Fails()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        runtime.Faults["Subscribe"] = ScriptedRuntime.Status(StatusCode.PermissionDenied);
        using var engine = new CriEngine(runtime.SocketPath, describes: false, TimeProvider.System);
        await using var events = engine.Watch(Cancellation)!.GetAsyncEnumerator(Cancellation);

        await Assert.ThrowsAsync<EngineUnavailableException>(async () =>
        {
            while (await events.MoveNextAsync())
                Assert.Empty(events.Current);
        });
    }

    /// <summary>Subscribes, and waits until the subscription is active.</summary>
    private static async Task<IAsyncEnumerator<ImmutableArray<ContainerEvent>>> WatchAsync(
        CriEngine engine, ScriptedRuntime runtime)
    {
        var events = engine.Watch(Cancellation)!.GetAsyncEnumerator(Cancellation);
        Assert.True(await events.MoveNextAsync());
        Assert.Empty(events.Current);
        await Wait.UntilAsync(() => runtime.Subscriptions == 1, "the subscription is active", Cancellation);
        return events;
    }

    private static async Task<ImmutableArray<ContainerEvent>> NextAsync(
        IAsyncEnumerator<ImmutableArray<ContainerEvent>> events)
    {
        Assert.True(await events.MoveNextAsync());
        return events.Current;
    }
}
