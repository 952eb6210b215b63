namespace VolumeCount.Inventory;

/// <summary>The containers of an engine, kept current for as long as the program runs.</summary>
internal sealed class ContainerInventory(
    IContainerEngine engine,
    InventoryOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILogger<ContainerInventory> logger) : BackgroundService, IContainerInventory
{
    private readonly SnapshotPublisher _publisher = new(options.Window, timeProvider, logger);

    /// <inheritdoc/>
    public event Action? Changed
    {
        add => _publisher.Changed += value;
        remove => _publisher.Changed -= value;
    }

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
            // A start that fails for lack of the socket is logged in one line, and nothing of the engine before it.
            await WaitForStartAsync(stoppingToken);
            await new EngineFollower(engine, _publisher, options, timeProvider, Random.Shared, logger)
                .RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would report it as a failure when it is disposed of without having started.
        }
    }

    private async Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
