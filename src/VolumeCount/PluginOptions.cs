namespace VolumeCount;

/// <summary>The settings of the running plugin, bound and validated once from the command line and the environment.</summary>
internal sealed record PluginOptions
{
    /// <summary>What repairs a missed event need not be quick: events are not missed while their stream is up.</summary>
    public static readonly TimeSpan DefaultReconcileInterval = TimeSpan.FromSeconds(60);

    /// <summary>Scope's own window: it forgets what it has not seen for so long.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromSeconds(15);

    /// <summary>What a probe on two cores was seen to read within its 500 ms; it gave up on twice as much.</summary>
    public const long DefaultReportBudget = 3 * 1024 * 1024;

    /// <summary>The folder that Scope's probe scans for plugins, where the plugin puts its socket.</summary>
    public required string PluginsDirectory { get; init; }

    /// <summary>Where the Docker engine answers: <c>unix://</c>, <c>tcp://</c> or <c>http://</c>.</summary>
    public required Uri DockerHost { get; init; }

    /// <summary>How long after one reconciliation with Docker's list of all containers the next begins, give or take a tenth.</summary>
    public TimeSpan ReconcileInterval { get; init; } = DefaultReconcileInterval;

    /// <summary>How long the last counts are reported while Docker is not available.</summary>
    public TimeSpan Window { get; init; } = DefaultWindow;

    /// <summary>How many bytes a report may have before it goes without the tables of volumes.</summary>
    public long ReportBudget { get; init; } = DefaultReportBudget;

    /// <summary>How a log line is written.</summary>
    public required LogFormat LogFormat { get; init; }

    /// <summary>The least severe level that is logged.</summary>
    public required LogLevel LogLevel { get; init; }
}
