using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>An engine in memory, with the delays and faults that a test gives it.</summary>
internal sealed class FakeEngine(FakeTimeProvider time) : IContainerEngine
{
    private readonly Dictionary<string, Container> _containers = new(StringComparer.Ordinal);
    private readonly List<Stream> _streams = [];

    /// <summary>The containers that the engine has.</summary>
    public IReadOnlyCollection<Container> Truth => _containers.Values;

    /// <summary>The calls made so far.</summary>
    public FakeEngineCalls Calls { get; private set; }

    /// <summary>When all containers were listed.</summary>
    public List<DateTimeOffset> ListTimes { get; } = [];

    public string Name => "Docker";

    public string Address => "tcp://engine:2375/";

    public string? SocketPath => null;

    /// <summary>What happens to a call before it is answered.</summary>
    public Func<CancellationToken, Task>? Fault { get; set; }

    /// <summary>What happens to a list before it is answered.</summary>
    public Func<CancellationToken, Task>? ListFault { get; set; }

    /// <summary>What happens to a list of all containers before it is answered.</summary>
    public Func<CancellationToken, Task>? ListOfAllFault { get; set; }

    /// <summary>What happens to a subscription before it is answered.</summary>
    public Func<CancellationToken, Task>? EventsFault { get; set; }

    /// <summary>Whether each event stream ends as soon as it has begun.</summary>
    public bool EndsStreamsAtOnce { get; set; }

    /// <summary>Whether the engine has no events at all.</summary>
    public bool HasNoEvents { get; init; }

    /// <summary>The entries of a list of all containers that are not valid.</summary>
    public ImmutableArray<UnreadableContainer> Unreadable { get; set; } = [];

    /// <summary>What happens to a list of some containers before it is answered.</summary>
    public Func<CancellationToken, Task>? FilteredListFault { get; set; }

    /// <summary>What happens to the question for the version before it is answered.</summary>
    public Func<CancellationToken, Task>? VersionFault { get; set; }

    /// <summary>How long a list is on its way after it was made.</summary>
    public Func<TimeSpan> ListDelay { get; set; } = () => TimeSpan.Zero;

    /// <summary>How long an event is on its way.</summary>
    public Func<TimeSpan> EventDelay { get; set; } = () => TimeSpan.Zero;

    /// <summary>How many follow the events.</summary>
    public int Streams => _streams.Count;

    public static EngineUnavailableException Refusal { get; } = new("it is away");

    public static EngineUnavailableException Nonsense { get; } = new("it answered with status 500") { HasAnswered = true };

    public Container Create(int? mounts = null, bool silently = false, string? id = null)
    {
        var container = Containers.Random(mounts);
        if (id is not null)
            container = container with { Id = id };
        _containers.Add(container.Id, container);
        if (!silently)
            Tell(ContainerEventKind.Changed, container.Id);
        return container;
    }

    /// <summary>
    /// Begins to create a container as Docker does: it is listed from now on, without its volumes and without an event.
    /// </summary>
    /// <returns>Its id.</returns>
    public string BeginCreation(string? id = null) => Create(mounts: 0, silently: true, id).Id;

    /// <summary>Creates the volumes of a container that was begun, and emits its event.</summary>
    public void EndCreation(string id, int mounts)
    {
        Change(id, mounts);
        Tell(ContainerEventKind.Changed, id);
    }

    public void Destroy(string id, bool silently = false)
    {
        _containers.Remove(id);
        if (!silently)
            Tell(ContainerEventKind.Removed, id);
    }

    /// <summary>Gives a container other mounts, which no event tells.</summary>
    public void Change(string id, int? mounts = null) => _containers[id] = Containers.Random(mounts) with { Id = id };

    public void Tell(ContainerEventKind kind, string id)
    {
        foreach (var stream in _streams)
            stream.Send(new ContainerEvent(kind, id), EventDelay());
    }

    /// <summary>Ends all event streams; what is on its way in them is lost.</summary>
    public void CutStreams()
    {
        foreach (var stream in _streams.ToArray())
            stream.Cut();
    }

    public Task<EngineDescription> DescribeAsync(CancellationToken cancellationToken)
    {
        Calls = Calls with { Versions = Calls.Versions + 1 };
        return CallAsync(EngineFollower.RequestTimeout, AnswerAsync, cancellationToken);

        async Task<EngineDescription> AnswerAsync(CancellationToken token)
        {
            await FailAsync(token, VersionFault);
            return new EngineDescription("Fake Engine 1.2.3", "1.44");
        }
    }

    public IAsyncEnumerable<ImmutableArray<ContainerEvent>>? Watch(CancellationToken cancellationToken) =>
        HasNoEvents ? null : WatchAsync(cancellationToken);

    /// <summary>A call that is answered in so long, if its deadline is not before that.</summary>
    public Func<CancellationToken, Task> AnswersAfter(TimeSpan delay) =>
        cancellationToken => Task.Delay(delay, time, cancellationToken);

    public Task<ContainerList> ListAsync(CancellationToken cancellationToken)
    {
        Calls = Calls with { Lists = Calls.Lists + 1 };
        ListTimes.Add(time.GetUtcNow());
        return CallAsync(EngineFollower.ListTimeout, AnswerAsync, cancellationToken);

        async Task<ContainerList> AnswerAsync(CancellationToken token)
        {
            await FailAsync(token, ListFault, ListOfAllFault);
            return await SendAsync([.. _containers.Values], token) with { Unreadable = Unreadable };
        }
    }

    public Task<ContainerList> ListAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        Calls = Calls with { FilteredLists = Calls.FilteredLists + 1 };
        return CallAsync(EngineFollower.RequestTimeout, AnswerAsync, cancellationToken);

        async Task<ContainerList> AnswerAsync(CancellationToken token)
        {
            await FailAsync(token, ListFault, FilteredListFault);
            // Docker takes an id for the beginning of one.
            return await SendAsync(
                [
                    .. _containers.Values.Where(
                        container => ids.Any(id => container.Id.StartsWith(id, StringComparison.Ordinal))),
                ],
                token);
        }
    }

    private async IAsyncEnumerable<ImmutableArray<ContainerEvent>> WatchAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Calls = Calls with { Subscriptions = Calls.Subscriptions + 1 };
        await CallAsync(
            EngineFollower.ListTimeout,
            async token =>
            {
                await FailAsync(token, EventsFault);
                return true;
            },
            cancellationToken);
        using var stream = new Stream(this, time);
        _streams.Add(stream);
        yield return [];
        if (EndsStreamsAtOnce)
            yield break;
        while (await stream.ReadAsync(cancellationToken) is { IsEmpty: false } batch)
            yield return batch;
    }

    /// <summary>A call with the deadline that the plugin gives it.</summary>
    private async Task<T> CallAsync<T>(
        TimeSpan timeout, Func<CancellationToken, Task<T>> answer, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await answer(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineUnavailableException($"it did not answer within {timeout.TotalSeconds} s");
        }
    }

    private async Task FailAsync(CancellationToken cancellationToken, params Func<CancellationToken, Task>?[] faults)
    {
        foreach (var fault in faults.Prepend(Fault))
        {
            if (fault is not null)
                await fault(cancellationToken);
        }
    }

    private async Task<ContainerList> SendAsync(ImmutableArray<Container> answer, CancellationToken cancellationToken)
    {
        await Task.Delay(ListDelay(), time, cancellationToken);
        return new ContainerList(answer, []);
    }

    private sealed class Stream(FakeEngine engine, FakeTimeProvider time) : IDisposable
    {
        private readonly Channel<ContainerEvent> _channel = Channel.CreateUnbounded<ContainerEvent>();
        private readonly Queue<ContainerEvent> _onTheWay = new();
        private readonly List<ITimer> _timers = [];
        private TimeSpan _lastArrival;

        /// <summary>Sends an event, which does not overtake those before it.</summary>
        public void Send(ContainerEvent happened, TimeSpan delay)
        {
            var now = time.GetElapsedTime(0);
            _lastArrival = now + delay > _lastArrival ? now + delay : _lastArrival;
            _onTheWay.Enqueue(happened);
            if (_lastArrival == now)
                Arrive();
            else
                _timers.Add(time.CreateTimer(_ => Arrive(), null, _lastArrival - now, Timeout.InfiniteTimeSpan));
        }

        public void Cut()
        {
            engine._streams.Remove(this);
            _channel.Writer.TryComplete();
        }

        /// <summary>The next events; none at the end.</summary>
        public async Task<ImmutableArray<ContainerEvent>> ReadAsync(CancellationToken cancellationToken)
        {
            await _channel.Reader.WaitToReadAsync(cancellationToken);
            var events = ImmutableArray.CreateBuilder<ContainerEvent>();
            while (_channel.Reader.TryRead(out var happened))
                events.Add(happened);
            return events.DrainToImmutable();
        }

        public void Dispose()
        {
            Cut();
            _timers.ForEach(timer => timer.Dispose());
        }

        // Of timers that are due at once, any may come first.
        private void Arrive() => _channel.Writer.TryWrite(_onTheWay.Dequeue());
    }
}
