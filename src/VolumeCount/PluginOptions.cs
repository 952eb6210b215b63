namespace VolumeCount;

/// <summary>The settings of the running plugin, bound and validated once from the command line and the environment.</summary>
internal sealed record PluginOptions
{
    /// <summary>The folder that Scope's probe scans for plugins, where the plugin puts its socket.</summary>
    public required string PluginsDirectory { get; init; }

    /// <summary>Where the Docker engine answers: <c>unix://</c>, <c>tcp://</c> or <c>http://</c>.</summary>
    public required Uri DockerHost { get; init; }

    /// <summary>How many bytes a report may have before it goes without the tables of volumes.</summary>
    public required long ReportBudget { get; init; }

    /// <summary>How a log line is written.</summary>
    public required LogFormat LogFormat { get; init; }

    /// <summary>The least severe level that is logged.</summary>
    public required LogLevel LogLevel { get; init; }
}
