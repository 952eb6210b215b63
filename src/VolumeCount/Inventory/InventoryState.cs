using System.Collections.Immutable;
using VolumeCount.Logging;

namespace VolumeCount.Inventory;

/// <summary>
/// The state of the inventory: which containers are known and whether they are current, whether the event stream is up, and
/// when the next list of all containers is due. Its methods are the transitions; none of them waits. It is thread-safe.
/// </summary>
/// <remarks>docs/inventory.md draws it.</remarks>
internal sealed class InventoryState(
    IContainerEngine engine,
    SnapshotPublisher publisher,
    InventoryOptions options,
    TimeProvider timeProvider,
    Random random,
    ILogger logger)
{
    /// <summary>
    /// How long the list of all containers waits for the event stream, so that one list after the subscription is enough.
    /// </summary>
    public static readonly TimeSpan StreamGrace = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// An event stream that was up for less than this ended at once, and an engine that is silent for longer may be down.
    /// </summary>
    public static readonly TimeSpan ShortStream = TimeSpan.FromSeconds(5);

    /// <summary>
    /// After so many event streams in a row that ended at once, the next one is not worth a list of its own.
    /// </summary>
    public const int MaxShortStreams = 2;

    /// <summary>The number of unreadable containers that are logged until a list is without them.</summary>
    public const int MaxUnreadable = 100;

    /// <summary>The number of reasons that are logged in one outage. An engine may give another one each time.</summary>
    public const int MaxReasons = 8;

    /// <summary>
    /// The number of lists in a row that succeeded without the event stream, from which on the engine counts as polled.
    /// </summary>
    private const int MinPolls = 2;

    /// <summary>How much longer or shorter the time between two reconciliations may be.</summary>
    private const double Jitter = 0.1;

    // No reader of the snapshot takes it.
    private readonly Lock _gate = new();
    private readonly ContainerSet _containers = new();
    private readonly BackOff _retry = new(EngineFollower.MinRetryDelay, EngineFollower.MaxRetryDelay, random);
    private readonly HashSet<string> _reasons = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    // The event stream.
    private bool _isStreamUp;
    private long _streamChangedAt = timeProvider.GetTimestamp();
    private int _shortStreams;
    private string _streamReason = "it has not answered the subscription yet";
    private bool _hasMissedEvents = true;

    // The lists in a row that succeeded without the event stream: from the second one on, the engine is polled.
    private int _polls;

    // The list of all containers.
    private long _dueAt = timeProvider.GetTimestamp() + Ticks(StreamGrace, timeProvider);
    private bool _isDueAgain;
    private bool _isListing;
    private bool _isListLate;
    private bool _isReconciliation;
    private bool _hasListFailed;
    private long _listedAt;
    private long? _silentSince;

    private bool IsStreamUnstable => _shortStreams > MaxShortStreams;

    private bool IsStreamSettled => _isStreamUp && timeProvider.GetElapsedTime(_streamChangedAt) > ShortStream;

    /// <summary>Is set when the list of all containers may have become due earlier.</summary>
    public Signal DueChanged { get; } = new();

    /// <summary>Is set when there may be containers to ask for.</summary>
    public Signal Wanted { get; } = new();

    public bool HasListFailed => Volatile.Read(ref _hasListFailed);

    /// <summary>The time until the next list of all containers is due; zero or less when it is.</summary>
    public TimeSpan TimeUntilDue =>
        timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), Volatile.Read(ref _dueAt));

    /// <summary>Stream down → up, or events on a stream that is up.</summary>
    public void TakeEvents(ImmutableArray<ContainerEvent> events)
    {
        lock (_gate)
        {
            if (!_isStreamUp)
                MarkStreamUp();
            else if (IsStreamSettled)
                StopPolling();

            if (!events.IsEmpty)
                _silentSince = null;
            var hasShrunk = false;
            foreach (var happened in events)
                hasShrunk |= Apply(happened);
            if (hasShrunk)
                publisher.Update(_containers.ToImmutableArray());
            if (_containers.AnyWanted)
                Wanted.Set();
        }
    }

    /// <summary>Stream up → down, or an attempt to subscribe that failed.</summary>
    public void MarkStreamDown(string reason)
    {
        lock (_gate)
        {
            _streamReason = reason;
            if (!_isStreamUp)
                return;

            _isStreamUp = false;
            _shortStreams = timeProvider.GetElapsedTime(_streamChangedAt) < ShortStream ? _shortStreams + 1 : 0;
            _streamChangedAt = timeProvider.GetTimestamp();
            _hasMissedEvents = true;
            MakeDue(IsStreamUnstable ? options.PollInterval : StreamGrace);
        }
    }

    public void MakeDue()
    {
        lock (_gate)
        {
            _retry.Reset();
            MakeDue(TimeSpan.Zero);
        }
    }

    public ListRequest BeginAll()
    {
        lock (_gate)
        {
            _isListing = true;
            _isListLate = _isDueAgain = false;
            _isReconciliation = _isStreamUp && !_hasMissedEvents;
            _hasMissedEvents = false;
            _dueAt = long.MaxValue;
            return _containers.BeginAll();
        }
    }

    /// <summary>The list of all containers is late: new containers are no longer left to it.</summary>
    public void MarkListLate()
    {
        lock (_gate)
        {
            _isListLate = true;
            Wanted.Set();
        }
    }

    /// <summary>Any state → known, by a list of all containers.</summary>
    /// <returns>Whether the containers were not known before.</returns>
    public bool CompleteAll(ListRequest request, ContainerList list, long askedAt)
    {
        lock (_gate)
        {
            var wasKnown = publisher.IsKnown;
            var corrections = _containers.Complete(request, list.Containers);
            publisher.Publish(_containers.ToImmutableArray());
            _listedAt = askedAt;
            _silentSince = null;
            EndListing();
            LogUnreadable(list, replaces: true);

            if (_hasListFailed && wasKnown)
                logger.LogListWorksAgain(engine.Name);
            _hasListFailed = false;
            _reasons.Clear();
            _retry.Reset();
            if (_isReconciliation && wasKnown && corrections.Any)
                logger.LogReconciled(corrections.Missing, corrections.Stale, corrections.Changed);
            if (IsStreamSettled)
                StopPolling();
            else if ((!_isStreamUp || IsStreamUnstable) && ++_polls == MinPolls)
                logger.LogPolling(engine.Name, _streamReason, options.PollInterval.TotalSeconds);

            var next = _isStreamUp && _polls < MinPolls
                ? options.ReconcileInterval * (1 + (Jitter * ((2 * random.NextDouble()) - 1)))
                : options.PollInterval;
            MakeDue(_isDueAgain ? TimeSpan.Zero : next);
            return !wasKnown;
        }
    }

    /// <summary>Known → stale when the event stream is down as well; while it is up, the containers stay known.</summary>
    /// <returns>
    /// Whether the engine has been silent for so long that it may have stopped, though its event stream is open.
    /// </returns>
    public bool FailAll(ListRequest request, EngineUnavailableException failure, long askedAt)
    {
        lock (_gate)
        {
            _containers.Abandon(request);
            EndListing();
            _hasMissedEvents |= !_isReconciliation;
            _silentSince = failure.HasAnswered ? null : _silentSince ?? askedAt;
            var delay = _retry.Next();
            MakeDue(delay);
            logger.LogRetry(engine.Name, failure.Message, delay.TotalMilliseconds);
            if (_isStreamUp && publisher.IsKnown)
            {
                MarkListFailed(failure);
                return _silentSince is { } since && timeProvider.GetElapsedTime(since) + delay >= EngineFollower.ListTimeout;
            }

            _hasListFailed = true;
            MarkUnavailable(failure.Message, Math.Max(_streamChangedAt, _listedAt));
            return false;
        }
    }

    /// <summary>The engine answered something else meanwhile: it has not stopped.</summary>
    public void MarkAnswered()
    {
        lock (_gate)
            _silentSince = null;
    }

    /// <summary>Known → stale: the engine answers nothing any more, though its event stream is open.</summary>
    public void MarkGone(EngineUnavailableException failure)
    {
        lock (_gate)
            MarkUnavailable(failure.Message, timeProvider.GetTimestamp());
    }

    /// <summary>
    /// Begins a list of the containers to ask for, unless that is empty or a list of all will contain them soon.
    /// </summary>
    public ListRequest? BeginSome()
    {
        lock (_gate)
        {
            var isListAvailable = !_hasListFailed && !_isListLate;
            if (!_containers.NeedsListOfAll || !isListAvailable)
                return _containers.BeginSome(includesCovered: !isListAvailable);
            if (_isListing)
                _isDueAgain = true;
            else
                MakeDue(TimeSpan.Zero);
            return null;
        }
    }

    public void CompleteSome(ListRequest request, ContainerList list)
    {
        lock (_gate)
        {
            _containers.Complete(request, list.Containers);
            publisher.Update(_containers.ToImmutableArray());
            _silentSince = null;
            LogUnreadable(list, replaces: false);
        }
    }

    /// <summary>A list of some containers failed: a list of all is due, unless one is pending.</summary>
    public void FailSome(ListRequest request, EngineUnavailableException failure)
    {
        lock (_gate)
        {
            var isAnyWanted = _containers.Abandon(request);
            if (failure.HasAnswered)
                _silentSince = null;
            if (_hasListFailed || !isAnyWanted)
                return;
            if (publisher.IsKnown)
                MarkListFailed(failure);
            if (!_isListing)
                MakeDue(TimeSpan.Zero);
        }
    }

    private static long Ticks(TimeSpan time, TimeProvider timeProvider) =>
        (long)(time.TotalSeconds * timeProvider.TimestampFrequency);

    private void MarkStreamUp()
    {
        _isStreamUp = true;
        _streamChangedAt = timeProvider.GetTimestamp();
        if (IsStreamUnstable)
            return;
        if (_polls < MinPolls)
            _polls = 0;
        MarkEventsMissed(TimeSpan.Zero);
    }

    private bool Apply(ContainerEvent happened)
    {
        if (happened.Kind != ContainerEventKind.Unreadable)
            return _containers.Apply(happened);
        MarkEventsMissed(EngineFollower.MaxDebounceDelay);
        return false;
    }

    private void MarkEventsMissed(TimeSpan delay)
    {
        _hasMissedEvents = true;
        if (_isListing)
            _isDueAgain = true;
        else
            MakeDue(delay);
    }

    private void MakeDue(TimeSpan delay)
    {
        _dueAt = Math.Min(_dueAt, timeProvider.GetTimestamp() + Ticks(delay, timeProvider));
        DueChanged.Set();
    }

    private void EndListing()
    {
        _isListing = _isListLate = false;
        if (_containers.AnyWanted)
            Wanted.Set();
    }

    private void MarkListFailed(EngineUnavailableException failure)
    {
        if (!_hasListFailed)
            logger.LogListFails(engine.Name, failure.Message);
        _hasListFailed = true;
    }

    private void StopPolling()
    {
        if (_polls >= MinPolls)
            logger.LogEventsAgain(engine.Name);
        _polls = 0;
    }

    // How to fix it depends on the reason, which may change: each is logged once in an outage.
    private void MarkUnavailable(string reason, long since)
    {
        var wasKnown = publisher.IsKnown;
        publisher.MarkStale(since);
        if (_reasons.Count >= MaxReasons || !_reasons.Add(reason))
            return;
        if (wasKnown)
            logger.LogUnavailable(engine.Name, engine.Address, reason, options.Window.TotalSeconds);
        else if (_reasons.Count == 1)
            logger.LogNeverAvailable(engine.Name, engine.Address, reason);
        else
            logger.LogUnavailableOtherwise(engine.Name, engine.Address, reason);
    }

    private void LogUnreadable(ContainerList list, bool replaces)
    {
        foreach (var (id, reason) in list.Unreadable)
        {
            if (_unreadable.Count < MaxUnreadable && _unreadable.Add(id))
                logger.LogUnreadable(engine.Name, id, reason);
        }

        if (replaces && _unreadable.Count > 0)
            _unreadable.IntersectWith(list.Unreadable.Select(container => container.Id));
    }
}
