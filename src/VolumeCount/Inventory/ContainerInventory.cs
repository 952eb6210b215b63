using VolumeCount.Inventory.Docker;

namespace VolumeCount.Inventory;

/// <summary>Keeps the snapshot of Docker's containers current: asks Docker for all of them at a steady interval.</summary>
internal sealed partial class ContainerInventory(
    IDockerEngine engine,
    PluginOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILogger<ContainerInventory> logger) : BackgroundService, IContainerInventory
{
    /// <summary>How long after one refresh the next begins.</summary>
    public static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(5);

    private volatile InventorySnapshot _current = InventorySnapshot.Unknown;
    private Connection _connection = Connection.NotTried;

    private enum Connection
    {
        NotTried,
        Up,
        Down,
    }

    /// <inheritdoc/>
    public InventorySnapshot Current => _current;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // A start that fails for want of the socket is told in one line, and nothing of Docker before it.
            await WaitForStartAsync(stoppingToken);

            using var timer = new PeriodicTimer(RefreshInterval, timeProvider);
            do
            {
                await RefreshAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
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

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var version = _connection == Connection.Up ? null : await engine.GetVersionAsync(cancellationToken);
            // The moment before the call: what Docker lists was true at some time after it.
            var time = timeProvider.GetUtcNow();
            var containers = await engine.ListContainersAsync(cancellationToken);

            var known = _current.Containers.Length;
            _current = new InventorySnapshot(time, containers);

            if (version is not null)
            {
                _connection = Connection.Up;
                LogConnected(version.Name, version.ApiVersion, options.DockerHost, containers.Length);
            }
            else if (containers.Length != known)
            {
                LogContainersChanged(containers.Length, known);
            }
        }
        catch (DockerUnavailableException e)
        {
            // Scope draws a node that only we know as a ghost, and it cannot see Docker either: rather no node at all.
            _current = InventorySnapshot.Unknown;
            if (_connection == Connection.Down)
                return;

            _connection = Connection.Down;
            LogUnavailable(options.DockerHost, e.Message);
        }
    }
}
