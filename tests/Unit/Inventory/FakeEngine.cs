using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Inventory;
using VolumeCount.Inventory.Docker;

namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>An engine in memory, with the delays and faults that a test gives it.</summary>
internal sealed class FakeEngine(FakeTimeProvider time) : IDockerEngine
{
    private readonly Dictionary<string, Container> _containers = new(StringComparer.Ordinal);
    private readonly List<Stream> _streams = [];

    /// <summary>The containers that the engine has.</summary>
    public IReadOnlyCollection<Container> Truth => _containers.Values;

    public CallTotals Calls { get; private set; }

    /// <summary>What happens to a call before it is answered.</summary>
    public Func<CancellationToken, Task>? Fault { get; set; }

    /// <summary>What happens to a list before it is answered.</summary>
    public Func<CancellationToken, Task>? ListFault { get; set; }

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

    public static DockerUnavailableException Refusal { get; } = new("it is away");

    public static DockerUnavailableException Nonsense { get; } = new("it answered with status 500") { HasAnswered = true };

    public Container Create(int? mounts = null, bool silently = false, string? id = null)
    {
        var container = Containers.Random(mounts);
        if (id is not null)
            container = container with { Id = id };
        _containers.Add(container.Id, container);
        if (!silently)
            Tell("create", container.Id);
        return container;
    }

    /// <summary>Begins to create a container as Docker does: it is listed from now on, without its volumes, and nothing tells of it.</summary>
    /// <returns>Its id.</returns>
    public string BeginCreation(string? id = null) => Create(mounts: 0, silently: true, id).Id;

    /// <summary>Makes the volumes of a container that was begun, and tells of it.</summary>
    public void EndCreation(string id, int mounts)
    {
        Change(id, mounts);
        Tell("create", id);
    }

    public void Destroy(string id, string action = "destroy", bool silently = false)
    {
        _containers.Remove(id);
        if (!silently)
            Tell(action, id);
    }

    /// <summary>Gives a container other mounts, which no event tells.</summary>
    public void Change(string id, int? mounts = null) => _containers[id] = Containers.Random(mounts) with { Id = id };

    public void Tell(string action, string id)
    {
        foreach (var stream in _streams)
            stream.Send(new ContainerEvent(action, id), EventDelay());
    }

    /// <summary>Ends all event streams; what is on its way in them is lost.</summary>
    public void CutStreams()
    {
        foreach (var stream in _streams.ToArray())
            stream.Cut();
    }

    public Task<EngineVersion> GetVersionAsync(CancellationToken cancellationToken)
    {
        Calls = Calls with { Versions = Calls.Versions + 1 };
        return CallAsync(DockerEngine.InspectTimeout, AnswerAsync, cancellationToken);

        async Task<EngineVersion> AnswerAsync(CancellationToken token)
        {
            await FailAsync(VersionFault, token);
            return new EngineVersion("Fake Engine 1.2.3", "1.44");
        }
    }

    public Task<IEventStream> SubscribeAsync(CancellationToken cancellationToken)
    {
        Calls = Calls with { Subscriptions = Calls.Subscriptions + 1 };
        return CallAsync<IEventStream>(DockerEngine.ListTimeout, AnswerAsync, cancellationToken);

        async Task<IEventStream> AnswerAsync(CancellationToken token)
        {
            await FailAsync(null, token);
            var stream = new Stream(this, time);
            _streams.Add(stream);
            return stream;
        }
    }

    public Task<ImmutableArray<Container>> ListContainersAsync(CancellationToken cancellationToken)
    {
        Calls = Calls with { Lists = Calls.Lists + 1 };
        return CallAsync(DockerEngine.ListTimeout, AnswerAsync, cancellationToken);

        async Task<ImmutableArray<Container>> AnswerAsync(CancellationToken token)
        {
            await FailAsync(ListFault, token);
            return await SendAsync([.. _containers.Values], token);
        }
    }

    public Task<ImmutableArray<Container>> ListContainersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        Calls = Calls with { FilteredLists = Calls.FilteredLists + 1 };
        return CallAsync(DockerEngine.InspectTimeout, AnswerAsync, cancellationToken);

        async Task<ImmutableArray<Container>> AnswerAsync(CancellationToken token)
        {
            await FailAsync(ListFault, token);
            await FailAsync(FilteredListFault, token);
            // Docker takes an id for the beginning of one.
            return await SendAsync(
                [.. _containers.Values.Where(container => ids.Any(id => container.Id.StartsWith(id, StringComparison.Ordinal)))], token);
        }
    }

    /// <summary>A call that is answered in so long, if its deadline is not before that.</summary>
    public Func<CancellationToken, Task> AnswersAfter(TimeSpan delay) => cancellationToken => Task.Delay(delay, time, cancellationToken);

    /// <summary>A call with the deadline that the plugin gives it.</summary>
    private async Task<T> CallAsync<T>(TimeSpan timeout, Func<CancellationToken, Task<T>> answer, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await answer(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DockerUnavailableException($"it did not answer within {timeout.TotalSeconds} s");
        }
    }

    private async Task FailAsync(Func<CancellationToken, Task>? ownFault, CancellationToken cancellationToken)
    {
        foreach (var fault in new[] { Fault, ownFault })
        {
            if (fault is not null)
                await fault(cancellationToken);
        }
    }

    private async Task<ImmutableArray<Container>> SendAsync(ImmutableArray<Container> answer, CancellationToken cancellationToken)
    {
        await Task.Delay(ListDelay(), time, cancellationToken);
        return answer;
    }

    private sealed class Stream(FakeEngine engine, FakeTimeProvider time) : IEventStream
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

        public async Task<IReadOnlyList<ContainerEvent>> ReadAsync(CancellationToken cancellationToken)
        {
            if (!await _channel.Reader.WaitToReadAsync(cancellationToken))
                throw new DockerUnavailableException("it ended the event stream");

            var events = new List<ContainerEvent>();
            while (_channel.Reader.TryRead(out var happened))
                events.Add(happened);
            return events;
        }

        public ValueTask DisposeAsync()
        {
            Cut();
            _timers.ForEach(timer => timer.Dispose());
            return ValueTask.CompletedTask;
        }

        // Of timers that are due at once, any may come first.
        private void Arrive() => _channel.Writer.TryWrite(_onTheWay.Dequeue());
    }
}
