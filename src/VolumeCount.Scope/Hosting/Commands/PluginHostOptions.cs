namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The settings that every plugin's host has.</summary>
internal sealed record PluginHostOptions(string PluginsDirectory, LogFormat LogFormat, LogLevel LogLevel);
