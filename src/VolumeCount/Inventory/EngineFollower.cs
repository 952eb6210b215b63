namespace VolumeCount.Inventory;

/// <summary>Follows Docker for ever, through one session after another, and waits longer and longer while there is none.</summary>
internal sealed class EngineFollower(
    IContainerEngine engine,
    SnapshotPublisher publisher,
    PluginOptions options,
    TimeProvider timeProvider,
    Random random,
    ILogger logger)
{
    /// <summary>The delay before the first new attempt.</summary>
    public static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest delay between two attempts.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    /// <summary>As many reasons as are told in one outage. An engine may give another one each time.</summary>
    public const int MaxReasons = 8;

    private readonly ContainerSet _containers = new();
    private readonly SocketWatch _watch = new(engine.SocketPath, timeProvider);
    private readonly BackOff _backOff = new(FirstDelay, LongestDelay, random);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Follows Docker until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _watch.Look();
            var began = timeProvider.GetTimestamp();
            var reason = await FollowAsync(cancellationToken);

            // An engine that ends every stream at once is no reason to ask it ten times a second.
            if (timeProvider.GetElapsedTime(began) > LongestDelay)
                _backOff.Reset();
            var delay = _backOff.Next();
            logger.LogStillUnavailable(reason, delay.TotalMilliseconds);
            if (await _watch.WaitAsync(delay, cancellationToken))
                _backOff.Reset();
        }
    }

    /// <summary>Follows Docker until it is not available, and returns why.</summary>
    private async Task<string> FollowAsync(CancellationToken cancellationToken)
    {
        var session = new EngineSession(engine, _containers, publisher, options, timeProvider, random, logger);
        try
        {
            await session.FollowAsync(cancellationToken);
            throw new InvalidOperationException("A session ends with its reason.");
        }
        catch (EngineUnavailableException e)
        {
            Tell(e.Message);
            publisher.Lose();
            return e.Message;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A fault of ours must not end the counts for ever.
            if (IsNews(e.ToString()))
                logger.LogFollowingFailed(engine.Address, e);
            publisher.Lose();
            return e.Message;
        }
    }

    private void Tell(string reason)
    {
        if (!IsNews(reason))
            return;

        if (publisher.IsUp)
            logger.LogUnavailable(engine.Address, reason, options.Window.TotalSeconds);
        else if (_told.Count == 1)
            logger.LogNeverAvailable(engine.Address, reason);
        else
            logger.LogUnavailableOtherwise(engine.Address, reason);
    }

    /// <summary>Whether it has not been told since Docker was followed last. What helps depends on the reason, and that may change.</summary>
    private bool IsNews(string reason)
    {
        if (publisher.IsUp)
            _told.Clear();
        return _told.Count < MaxReasons && _told.Add(reason);
    }
}
