namespace VolumeCount.Inventory;

/// <summary>The containers that Docker has, kept current by Docker's own events for as long as the program runs.</summary>
internal sealed class ContainerInventory(
    IContainerEngine engine,
    PluginOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILogger<ContainerInventory> logger) : BackgroundService, IContainerInventory
{
    private readonly SnapshotPublisher _publisher = new(options.Window, timeProvider, logger);

    /// <inheritdoc/>
    public InventorySnapshot Current => _publisher.Current;

    public override void Dispose()
    {
        _publisher.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // A start that fails for want of the socket is told in one line, and nothing of Docker before it.
            await WaitForStartAsync(stoppingToken);
            await new EngineFollower(engine, _publisher, options, timeProvider, Random.Shared, logger).RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host takes this for a failure when it is disposed of without having started.
        }
    }

    private async Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
