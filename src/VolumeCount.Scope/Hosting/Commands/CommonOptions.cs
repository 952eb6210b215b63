using System.CommandLine;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The options that every plugin's commands have.</summary>
/// <param name="pluginId">The plugin's id. The environment variables of the log options begin with it.</param>
internal sealed class CommonOptions(string pluginId)
{
    private readonly string _prefix = pluginId.Replace('-', '_').ToUpperInvariant();

    public Option<string> PluginsDirectory { get; } = PluginOption.Create(
        "--plugins-dir", "DIR", "SCOPE_PLUGINS_DIR", "/var/run/scope/plugins",
        "The folder that Scope's probe scans for plugins",
        text => text.Length > 0 ? text : throw new FormatException("is empty. Name a folder"));

    public Option<LogFormat> LogFormat => field ??= PluginOption.OneOf(
        "--log-format", $"{_prefix}_LOG_FORMAT", Hosting.LogFormat.Text, "How log lines are written to stderr");

    public Option<LogLevel> LogLevel => field ??= PluginOption.OneOf(
        "--log-level", $"{_prefix}_LOG_LEVEL", Microsoft.Extensions.Logging.LogLevel.Information,
        "The least severe level to log: trace, debug, information, warning, error, critical or none",
        helpName: "LEVEL");
}
