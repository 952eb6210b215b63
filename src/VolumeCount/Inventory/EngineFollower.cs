using VolumeCount.Inventory.Docker;

namespace VolumeCount.Inventory;

/// <summary>Follows Docker for ever, through one session after another, and waits longer and longer while there is none.</summary>
internal sealed class EngineFollower(
    IDockerEngine engine,
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

    private readonly ContainerSet _containers = new();
    private readonly SocketWatch _watch = new(options.DockerHost, timeProvider);
    private readonly BackOff _backOff = new(FirstDelay, LongestDelay, random);
    private bool _hasComplained;

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
        catch (DockerUnavailableException e)
        {
            if (publisher.IsUp)
                logger.LogUnavailable(options.DockerHost, e.Message, options.Window.TotalSeconds);
            else if (!_hasComplained)
                logger.LogNeverAvailable(options.DockerHost, e.Message);
            _hasComplained = true;
            publisher.Lose();
            return e.Message;
        }
    }
}
