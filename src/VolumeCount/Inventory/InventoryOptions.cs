namespace VolumeCount.Inventory;

/// <summary>How the inventory is kept current.</summary>
internal sealed record InventoryOptions
{
    /// <summary>
    /// The default interval of reconciliation. It may be long: no event is missed while the event stream is connected.
    /// </summary>
    public static readonly TimeSpan DefaultReconcileInterval = TimeSpan.FromSeconds(60);

    /// <summary>The default interval of polling, long enough that listing all containers costs the engine little.</summary>
    public static readonly TimeSpan DefaultPollInterval = TimeSpan.FromSeconds(5);

    /// <summary>Scope's own window: it forgets what it has not seen for so long.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromSeconds(15);

    /// <summary>The time between two lists of all containers while the event stream is up, give or take a tenth.</summary>
    public TimeSpan ReconcileInterval { get; init; } = DefaultReconcileInterval;

    /// <summary>The time between two lists of all containers while the event stream is down.</summary>
    public TimeSpan PollInterval { get; init; } = DefaultPollInterval;

    /// <summary>How long the last known containers are reported while the engine is not available.</summary>
    public TimeSpan Window { get; init; } = DefaultWindow;
}
