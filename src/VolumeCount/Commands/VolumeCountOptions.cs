using System.CommandLine;
using System.Globalization;
using VolumeCount.Engines;
using VolumeCount.Engines.Docker;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope.Hosting.Commands;

namespace VolumeCount.Commands;

/// <summary>The options that this plugin has beside those of every plugin.</summary>
internal sealed class VolumeCountOptions
{
    public Option<EngineKind> Engine { get; } = PluginOption.OneOf(
        "--engine", "VOLUME_COUNT_ENGINE", EngineKind.Auto,
        "The container engine to ask; auto is the one whose address is given, or else the first that is found");

    public Option<DockerAddress?> DockerHost { get; } = PluginOption.Create(
        "--docker-host", "URI", "DOCKER_HOST", "",
        "Where Docker or Podman answers: unix://, tcp:// or http://",
        ParseDockerHost);

    public Option<string?> CriEndpoint { get; } = PluginOption.Create(
        "--cri-endpoint", "URI", "CONTAINER_RUNTIME_ENDPOINT", "",
        "Where the container runtime of a Kubernetes node answers: unix://",
        text => text.Length > 0 ? Engines.Cri.CriEndpoint.Parse(text) : null);

    public Option<DescribeMode> Describe { get; } = PluginOption.OneOf(
        "--describe", "VOLUME_COUNT_DESCRIBE", DescribeMode.Auto,
        "Whether nodes have what describes a container; auto is for container runtimes that Scope does not know");

    public Option<double> ReconcileInterval { get; } = PluginOption.Seconds(
        "--reconcile-interval", "VOLUME_COUNT_RECONCILE_INTERVAL", InventoryOptions.DefaultReconcileInterval, 1,
        "How often the counts are compared with Docker's list of all containers, give or take a tenth");

    public Option<double> PollInterval { get; } = PluginOption.Seconds(
        "--poll-interval", "VOLUME_COUNT_POLL_INTERVAL", InventoryOptions.DefaultPollInterval, 1,
        "How often the containers are listed while the engine emits no events");

    public Option<double> Window { get; } = PluginOption.Seconds(
        "--window", "VOLUME_COUNT_WINDOW", InventoryOptions.DefaultWindow, 0,
        "How long the last counts are reported while Docker is not available");

    public Option<long> ReportBudget { get; } = PluginOption.Create(
        "--report-budget", "BYTES", "VOLUME_COUNT_REPORT_BUDGET",
        ReportOptions.DefaultBudget.ToString(CultureInfo.InvariantCulture),
        "The size from which a report has no tables of volumes, and keeps the counts",
        text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new FormatException("is not a number of bytes. Use digits only"));

    public Option<ReportFormat> ReportFormat { get; } = PluginOption.OneOf(
        "--format", variable: null, Scope.Hosting.Commands.ReportFormat.Table,
        "A human-readable table, or the JSON that Scope gets");

    public Option<bool> IsWide { get; } = new("--wide")
    {
        Description = "A line of the table for each mount, with what is mounted",
    };

    public Option<bool> Watches { get; } = new("--watch")
    {
        Description = "Print again after each change, until stopped: on a terminal in place",
    };

    public PluginOptions Bind(ParseResult parsed) => new()
    {
        Engine = BindEngine(parsed),
        Inventory = new InventoryOptions
        {
            ReconcileInterval = TimeSpan.FromSeconds(parsed.GetRequiredValue(ReconcileInterval)),
            PollInterval = TimeSpan.FromSeconds(parsed.GetRequiredValue(PollInterval)),
            Window = TimeSpan.FromSeconds(parsed.GetRequiredValue(Window)),
        },
        Report = new ReportOptions { Budget = parsed.GetRequiredValue(ReportBudget) },
    };

    public EngineOptions BindEngine(ParseResult parsed) => new()
    {
        Kind = parsed.GetRequiredValue(Engine),
        DockerHost = parsed.GetValue(DockerHost),
        CriEndpoint = parsed.GetValue(CriEndpoint),
        Describe = parsed.GetRequiredValue(Describe),
    };

    // The docker command takes TLS from a variable, and the address does not show it.
    private static DockerAddress? ParseDockerHost(string text)
    {
        var address = text.Length > 0 ? DockerAddress.Parse(text) : null;
        return address is { SocketPath: null } && Environment.GetEnvironmentVariable("DOCKER_TLS_VERIFY") is { Length: > 0 }
            ? throw new FormatException(
                "needs TLS, as DOCKER_TLS_VERIFY is set, which is not supported: " +
                "use the engine's unix socket, or unset the variable")
            : address;
    }
}
