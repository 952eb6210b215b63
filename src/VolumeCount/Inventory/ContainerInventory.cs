namespace VolumeCount.Inventory;

/// <summary>Keeps the published containers those of an engine for as long as the program runs.</summary>
internal sealed class ContainerInventory(
    IContainerEngine engine,
    SnapshotPublisher publisher,
    InventoryOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILogger<ContainerInventory> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // A start that fails for lack of the socket is logged in one line, and nothing of the engine before it.
            await WaitForStartAsync(stoppingToken);
            await new EngineFollower(engine, publisher, options, timeProvider, Random.Shared, logger)
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
