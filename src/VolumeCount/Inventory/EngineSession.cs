using System.Collections.Immutable;
using System.Threading.Channels;

namespace VolumeCount.Inventory;

/// <summary>
/// Follows one event stream of Docker to its end: subscribes, then lists all containers, then keeps what is known current.
/// </summary>
internal sealed class EngineSession(
    IContainerEngine engine,
    ContainerSet containers,
    SnapshotPublisher publisher,
    PluginOptions options,
    TimeProvider timeProvider,
    Random random,
    ILogger logger)
{
    /// <summary>How long a container that was created waits for others, so that a burst of them costs few calls.</summary>
    public static readonly TimeSpan FirstGathering = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest such wait, in a burst that goes on and on.</summary>
    public static readonly TimeSpan LongestGathering = TimeSpan.FromSeconds(1);

    /// <summary>By how much, up or down, the time between two reconciliations varies.</summary>
    public const double Jitter = 0.1;

    private static readonly TimeSpan ListTimeout = TimeSpan.FromSeconds(30);

    // Between the two tasks of the session. No reader of the snapshot ever takes it.
    private readonly Lock _gate = new();

    // Full while there is a container to ask for.
    private readonly Channel<bool> _work = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly BackOff _gathering = new(FirstGathering, LongestGathering, random);
    private Task _telling = Task.CompletedTask;
    private bool _isComplete;
    private long _fetched;
    private long _due;

    /// <summary>Follows the engine until it cannot be followed any more.</summary>
    /// <exception cref="EngineUnavailableException">Unless cancelled: the stream has ended, or Docker answers no list.</exception>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var events = engine.Watch(ending.Token)!.GetAsyncEnumerator(ending.Token);
        await events.MoveNextAsync();
        Task[] tasks = [FollowEventsAsync(events), KeepCurrentAsync(ending.Token)];
        var ended = await Task.WhenAny(tasks);
        ending.Cancel();
        await EndAsync(Task.WhenAll(tasks));
        await EndAsync(_telling);
        await ended;
    }

    private static async Task EndAsync(Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    private async Task FollowEventsAsync(IAsyncEnumerator<ImmutableArray<ContainerEvent>> stream)
    {
        while (await stream.MoveNextAsync())
        {
            var events = stream.Current;
            lock (_gate)
            {
                var hasShrunk = false;
                foreach (var happened in events)
                    hasShrunk |= containers.Apply(happened);
                if (hasShrunk && _isComplete)
                    publisher.Publish(containers.ToImmutableArray());
                if (containers.AnyWanted)
                    _work.Writer.TryWrite(true);
            }
        }

        throw new EngineUnavailableException("it ended the event stream");
    }

    private async Task KeepCurrentAsync(CancellationToken cancellationToken)
    {
        var version = GetVersionAsync(cancellationToken);
        await FetchAsync(all: true, cancellationToken);
        _telling = TellOfConnectionAsync(version);

        var retry = new BackOff(EngineFollower.FirstDelay, EngineFollower.LongestDelay, random);
        var hasFailed = false;
        long? silentSince = null;
        while (true)
        {
            var all = await WaitForWorkAsync(cancellationToken);
            var asked = timeProvider.GetTimestamp();
            try
            {
                if (!await FetchAsync(all, cancellationToken))
                    continue;

                if (hasFailed)
                    logger.LogListWorksAgain();
                hasFailed = false;
                silentSince = null;
                retry.Reset();
            }
            catch (EngineUnavailableException e)
            {
                // It tells what happens, and so what is known stays true. One that answers no list for as long as a list may take
                // is taken for gone all the same: a frozen one keeps its stream open.
                var delay = retry.Next();
                silentSince = e.HasAnswered ? null : silentSince ?? asked;
                if (silentSince is { } since && timeProvider.GetElapsedTime(since) + delay >= ListTimeout)
                    throw;

                if (!hasFailed)
                    logger.LogListFails(e.Message);
                hasFailed = true;
                await Task.Delay(delay, timeProvider, cancellationToken);
            }
        }
    }

    /// <summary>Waits for containers to ask for, or for the time of the next reconciliation; true for the latter.</summary>
    private async Task<bool> WaitForWorkAsync(CancellationToken cancellationToken)
    {
        var left = timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), _due);
        if (left <= TimeSpan.Zero)
            return true;

        using var alarm = new CancellationTokenSource(left, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, alarm.Token);
        try
        {
            await _work.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }

        if (timeProvider.GetElapsedTime(_fetched) > LongestGathering)
            _gathering.Reset();
        await Task.Delay(_gathering.Next(), timeProvider, cancellationToken);
        return false;
    }

    /// <summary>Asks Docker and publishes its answer; false when there is nothing to ask for any more.</summary>
    private async Task<bool> FetchAsync(bool all, CancellationToken cancellationToken)
    {
        Fetch fetch;
        lock (_gate)
        {
            if (!all && !containers.AnyWanted)
                return false;
            fetch = containers.Begin(all);
        }

        var hasAnswered = false;
        try
        {
            var answer = fetch.IsOfAll
                ? await engine.ListAsync(cancellationToken)
                : await engine.ListAsync(fetch.Ids, cancellationToken);
            hasAnswered = true;
            Corrections corrections;
            var isFirst = !_isComplete;
            lock (_gate)
            {
                corrections = containers.Complete(fetch, answer.Containers);
                publisher.Publish(containers.ToImmutableArray());
                _isComplete = true;
            }

            if (fetch.IsOfAll)
                _due = NextReconciliation();
            if (fetch.IsOfAll && !isFirst && corrections.Any)
                logger.LogReconciled(corrections.Missing, corrections.Stale, corrections.Changed);
            return true;
        }
        finally
        {
            lock (_gate)
            {
                if (!hasAnswered)
                    containers.Abandon(fetch);
                if (containers.AnyWanted)
                    _work.Writer.TryWrite(true);
            }

            _fetched = timeProvider.GetTimestamp();
        }
    }

    private async Task TellOfConnectionAsync(Task<EngineDescription> version)
    {
        var (name, apiVersion) = await version;
        logger.LogConnected(name, apiVersion, engine.Address, publisher.Current.Containers.Length);
    }

    /// <summary>Which engine it is matters to the log alone, and nothing else waits for it.</summary>
    private async Task<EngineDescription> GetVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await engine.DescribeAsync(cancellationToken);
        }
        catch (EngineUnavailableException)
        {
            return EngineDescription.Unknown;
        }
    }

    private long NextReconciliation()
    {
        var interval = options.ReconcileInterval * (1 + (Jitter * ((2 * random.NextDouble()) - 1)));
        return timeProvider.GetTimestamp() + (long)(interval.TotalSeconds * timeProvider.TimestampFrequency);
    }
}
