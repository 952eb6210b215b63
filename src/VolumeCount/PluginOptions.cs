using VolumeCount.Engines.Docker;
using VolumeCount.Inventory;

namespace VolumeCount;

/// <summary>The settings of the inventory and of its report, bound and validated once from the command line and the environment.</summary>
internal sealed record PluginOptions
{
    /// <summary>The default interval of reconciliation. It may be long: no event is missed while the event stream is connected.</summary>
    public static readonly TimeSpan DefaultReconcileInterval = TimeSpan.FromSeconds(60);

    /// <summary>What a list of all containers costs an engine each time is worth a delay where there are no events.</summary>
    public static readonly TimeSpan DefaultPollInterval = TimeSpan.FromSeconds(5);

    /// <summary>Scope's own window: it forgets what it has not seen for so long.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromSeconds(15);

    /// <summary>A size that a probe on two cores was seen to read within its 500 ms; it gave up on twice as much.</summary>
    public const long DefaultReportBudget = 3 * 1024 * 1024;

    /// <summary>The kind of container engine to ask.</summary>
    public EngineKind Engine { get; init; }

    /// <summary>The address of Docker or Podman: <c>unix://</c>, <c>tcp://</c> or <c>http://</c>; null when it is to be found.</summary>
    public DockerAddress? DockerHost { get; init; }

    /// <summary>The path of the socket of the container runtime; null when it is to be found.</summary>
    public string? CriEndpoint { get; init; }

    /// <summary>Whether the report describes containers, beside counting their mounts.</summary>
    public DescribeMode Describe { get; init; }

    /// <summary>The time between two reconciliations with Docker's list of all containers, give or take a tenth.</summary>
    public TimeSpan ReconcileInterval { get; init; } = DefaultReconcileInterval;

    /// <summary>How long after one list of all containers the next begins while the engine emits no events.</summary>
    public TimeSpan PollInterval { get; init; } = DefaultPollInterval;

    /// <summary>How long the last counts are reported while Docker is not available.</summary>
    public TimeSpan Window { get; init; } = DefaultWindow;

    /// <summary>The size, in bytes, from which a report has no tables of volumes.</summary>
    public long ReportBudget { get; init; } = DefaultReportBudget;

    /// <summary>How the inventory is kept current.</summary>
    public InventoryOptions InventoryOptions => new(ReconcileInterval, PollInterval, Window);
}
