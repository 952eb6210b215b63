namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The settings that every plugin's host has.</summary>
internal sealed record PluginHostOptions
{
    /// <summary>The folder that Scope's probe scans for plugins. The socket is created in it.</summary>
    public required string PluginsDirectory { get; init; }

    /// <summary>The format of a log line.</summary>
    public required LogFormat LogFormat { get; init; }

    /// <summary>The least severe level that is logged.</summary>
    public required LogLevel LogLevel { get; init; }
}
