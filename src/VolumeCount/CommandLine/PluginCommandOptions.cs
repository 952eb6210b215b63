using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace VolumeCount.CommandLine;

/// <summary>
/// The options of the commands. What configures the plugin can also be given as an environment variable; the command line
/// wins, and an empty variable counts as none.
/// </summary>
internal sealed class PluginCommandOptions
{
    private const int LongestSeconds = 24 * 60 * 60;

    public Option<string> PluginsDirectory { get; } = Create(
        "--plugins-dir", "DIR", "SCOPE_PLUGINS_DIR", "/var/run/scope/plugins",
        "The folder that Scope's probe scans for plugins",
        text => text.Length > 0 ? text : throw new FormatException("is empty. Name a folder"));

    public Option<Uri> DockerHost { get; } = Create(
        "--docker-host", "URI", "DOCKER_HOST", CommandLine.DockerHost.Default,
        "Where Docker answers: unix://, tcp:// or http://",
        CommandLine.DockerHost.Parse);

    public Option<double> ReconcileInterval { get; } = Create(
        "--reconcile-interval", "SECONDS", "VOLUME_COUNT_RECONCILE_INTERVAL", Seconds(PluginOptions.DefaultReconcileInterval),
        "How often the counts are compared with Docker's list of all containers, give or take a tenth",
        text => Seconds(text, shortest: 1));

    public Option<double> Window { get; } = Create(
        "--window", "SECONDS", "VOLUME_COUNT_WINDOW", Seconds(PluginOptions.DefaultWindow),
        "How long the last counts are reported while Docker is not available",
        text => Seconds(text, shortest: 0));

    public Option<long> ReportBudget { get; } = Create(
        "--report-budget", "BYTES", "VOLUME_COUNT_REPORT_BUDGET", PluginOptions.DefaultReportBudget.ToString(CultureInfo.InvariantCulture),
        "How big a report may be before it goes without the tables of volumes, and keeps the counts",
        text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new FormatException("is no number of bytes. Use digits only"));

    public Option<LogFormat> LogFormat { get; } = Create(
        "--log-format", "text|json", "VOLUME_COUNT_LOG_FORMAT", "text",
        "How log lines are written to stderr",
        text => OneOf(text, ("text", VolumeCount.LogFormat.Text), ("json", VolumeCount.LogFormat.Json)));

    public Option<LogLevel> LogLevel { get; } = Create(
        "--log-level", "LEVEL", "VOLUME_COUNT_LOG_LEVEL", "information",
        "The least severe level to log: trace, debug, information, warning, error, critical or none",
        text => OneOf(text, [.. Enum.GetValues<LogLevel>().Select(level => (level.ToString().ToLowerInvariant(), level))]));

    public Option<ReportFormat> ReportFormat { get; } = Create(
        "--format", "table|json", variable: null, "table",
        "A table for people, or the JSON that Scope gets",
        text => OneOf(text, ("table", CommandLine.ReportFormat.Table), ("json", CommandLine.ReportFormat.Json)));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    /// <summary>A time in seconds, up to a day.</summary>
    /// <exception cref="FormatException">It is no number, or out of range; the message says the range.</exception>
    private static double Seconds(string text, int shortest) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) &&
        seconds >= shortest && seconds <= LongestSeconds
            ? seconds
            : throw new FormatException($"is no such time. Use a number of seconds from {shortest} to {LongestSeconds}");

    /// <summary>The one of several words that the text is, in capitals or not.</summary>
    /// <exception cref="FormatException">It is none of them; the message lists them.</exception>
    private static T OneOf<T>(string text, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var words = new List<string>();
        foreach (var (word, value) in choices)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
                return value;
            words.Add(word);
        }

        throw new FormatException($"is not known. Use one of: {string.Join(", ", words)}");
    }

    private static Option<T> Create<T>(
        string name, string helpName, string? variable, string fallback, string description, Func<string, T> parse)
    {
        return new Option<T>(name)
        {
            Description = variable is null ? description : $"{description} (or {variable})",
            HelpName = helpName,
            CustomParser = result => Parse(result, result.Tokens.Single().Value, name),
            DefaultValueFactory = result => variable is not null && Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
                ? Parse(result, value, variable)
                : parse(fallback),
        };

        T Parse(ArgumentResult result, string text, string source)
        {
            try
            {
                return parse(text);
            }
            catch (FormatException e)
            {
                result.AddError($"{source}: '{text}' {e.Message}.");
                return default!;
            }
        }
    }
}
