using VolumeCount.Logging;

namespace VolumeCount.Inventory;

/// <summary>
/// Follows an engine until cancelled: reads its events, lists all containers and lists new ones. Each of the three runs,
/// fails and is retried on its own; their results are combined in <see cref="InventoryState"/>.
/// </summary>
internal sealed class EngineFollower(
    IContainerEngine engine,
    SnapshotPublisher publisher,
    InventoryOptions options,
    TimeProvider timeProvider,
    Random random,
    ILogger logger)
{
    public static readonly TimeSpan MinRetryDelay = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest delay between two retries.</summary>
    public static readonly TimeSpan MaxRetryDelay = TimeSpan.FromSeconds(5);

    /// <summary>How long a new container waits for others, so that a burst of them costs few requests.</summary>
    public static readonly TimeSpan DebounceDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest such delay, in a long burst.</summary>
    public static readonly TimeSpan MaxDebounceDelay = TimeSpan.FromSeconds(1);

    /// <summary>How long a list of all containers may take. Docker lists 10,000 in about a second.</summary>
    public static readonly TimeSpan ListTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long any other request may take.</summary>
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The time after which new containers are no longer left to a pending list of all containers.</summary>
    public static readonly TimeSpan LateList = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var backOff = new BackOff(MinRetryDelay, MaxRetryDelay, random);
        var isLogged = false;
        while (true)
        {
            try
            {
                await FollowAsync(cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // A bug in the plugin must not stop the counts for good.
                if (!isLogged)
                    logger.LogFollowingFailed(engine.Name, engine.Address, e);
                isLogged = true;
                publisher.MarkStale(timeProvider.GetTimestamp());
            }

            await Task.Delay(backOff.Next(), timeProvider, cancellationToken);
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var state = new InventoryState(engine, publisher, options, timeProvider, random, logger);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] tasks =
        [
            ReadEventsAsync(state, ending.Token),
            ListAllAsync(state, ending.Token),
            ListSomeAsync(state, ending.Token),
        ];
        var ended = await Task.WhenAny(tasks);
        ending.Cancel();
        await Task.WhenAll(tasks)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await ended;
    }

    /// <summary>Reads one event stream after another.</summary>
    private async Task ReadEventsAsync(InventoryState state, CancellationToken cancellationToken)
    {
        var watch = new SocketWatch(engine.SocketPath);
        var backOff = new BackOff(MinRetryDelay, MaxRetryDelay, random);
        while (true)
        {
            var began = timeProvider.GetTimestamp();
            var reason = await ReadStreamAsync(state, cancellationToken);
            state.MarkStreamDown(reason);

            // An engine that ends every stream at once must not be asked ten times a second.
            if (timeProvider.GetElapsedTime(began) > MaxRetryDelay)
                backOff.Reset();
            if (await watch.WaitAsync(backOff.Next(), timeProvider, cancellationToken))
                backOff.Reset();
        }
    }

    /// <summary>Reads an event stream to its end, and returns why it ended.</summary>
    private async Task<string> ReadStreamAsync(InventoryState state, CancellationToken cancellationToken)
    {
        if (engine.Watch(cancellationToken) is not { } stream)
        {
            state.MarkStreamDown("it does not offer them");
            await Task.Delay(Timeout.InfiniteTimeSpan, timeProvider, cancellationToken);
            return "";
        }

        try
        {
            await foreach (var events in stream.WithCancellation(cancellationToken))
                state.TakeEvents(events);
            return "it ended the event stream";
        }
        catch (EngineUnavailableException e)
        {
            return e.Message;
        }
    }

    /// <summary>Lists all containers whenever such a list is due.</summary>
    private async Task ListAllAsync(InventoryState state, CancellationToken cancellationToken)
    {
        var describing = Task.CompletedTask;
        var watch = new SocketWatch(engine.SocketPath);
        while (true)
        {
            await WaitUntilDueAsync(state, watch, cancellationToken);
            var askedAt = timeProvider.GetTimestamp();
            var request = state.BeginAll();
            try
            {
                var list = await ListAllOnceAsync(state, cancellationToken);
                if (state.CompleteAll(request, list, askedAt) && describing.IsCompleted)
                    describing = LogConnectedAsync(cancellationToken);
            }
            catch (EngineUnavailableException e)
            {
                if (!state.FailAll(request, e, askedAt))
                    continue;
                if (await IsAnsweringAsync(cancellationToken))
                    state.MarkAnswered();
                else
                    state.MarkGone(e);
            }
        }
    }

    private async Task<ContainerList> ListAllOnceAsync(InventoryState state, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listing = engine.ListAsync(cancellationToken);
        var late = Task.Delay(LateList, timeProvider, ending.Token);
        if (await Task.WhenAny(listing, late) == late)
            state.MarkListLate();
        ending.Cancel();
        return await listing;
    }

    private async Task WaitUntilDueAsync(InventoryState state, SocketWatch watch, CancellationToken cancellationToken)
    {
        while (state.TimeUntilDue is var left && left > TimeSpan.Zero)
        {
            var isAway = state.HasListFailed && engine.SocketPath is not null;
            await state.DueChanged.WaitAsync(
                isAway && left > SocketWatch.Interval ? SocketWatch.Interval : left,
                timeProvider, cancellationToken);
            if (isAway && watch.HasChanged())
                state.MakeDue();
        }
    }

    /// <summary>Lists new containers, a little after they are announced.</summary>
    private async Task ListSomeAsync(InventoryState state, CancellationToken cancellationToken)
    {
        var debounce = new BackOff(DebounceDelay, MaxDebounceDelay, random);
        var retry = new BackOff(MinRetryDelay, MaxRetryDelay, random);
        var lastAsked = timeProvider.GetTimestamp();
        while (true)
        {
            await state.Wanted.WaitAsync(cancellationToken);
            if (timeProvider.GetElapsedTime(lastAsked) > MaxDebounceDelay)
                debounce.Reset();
            await Task.Delay(debounce.Next(), timeProvider, cancellationToken);
            while (state.BeginSome() is { } request)
            {
                try
                {
                    state.CompleteSome(request, await engine.ListAsync(request.Ids, cancellationToken));
                    retry.Reset();
                }
                catch (EngineUnavailableException e)
                {
                    state.FailSome(request, e);
                    await Task.Delay(retry.Next(), timeProvider, cancellationToken);
                }
            }

            lastAsked = timeProvider.GetTimestamp();
        }
    }

    private async Task<bool> IsAnsweringAsync(CancellationToken cancellationToken)
    {
        try
        {
            await engine.DescribeAsync(cancellationToken);
            return true;
        }
        catch (EngineUnavailableException e)
        {
            return e.HasAnswered;
        }
    }

    /// <summary>Logs which engine it is: nothing else waits for that.</summary>
    private async Task LogConnectedAsync(CancellationToken cancellationToken)
    {
        EngineDescription description;
        try
        {
            description = await engine.DescribeAsync(cancellationToken);
        }
        catch (EngineUnavailableException)
        {
            description = EngineDescription.Unknown;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        logger.LogConnected(description.Name, description.ApiVersion, engine.Address, publisher.Current.Containers.Length);
    }
}
