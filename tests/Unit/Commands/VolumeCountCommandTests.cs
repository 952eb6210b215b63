using System.Text.Json.Nodes;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Tests.Unit.Commands;

public sealed class VolumeCountCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Help_ListsTheCommandsAndTheOptionsWithTheirVariables()
    {
        var result = await InProcess.RunAsync("--help");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.All(
            [
                "how many volumes each container has mounted", "The folder that Scope's probe scans",
                "Where Docker or Podman answers", "How log lines are written", "The least severe level to log",
                "Serve the plugin", "Ask the container engine once", "Ask the running plugin", "Check any Scope plugin",
                "the default",
                "--plugins-dir <DIR>", "SCOPE_PLUGINS_DIR", "/var/run/scope/plugins",
                "--docker-host <URI>", "DOCKER_HOST", "--engine <auto|docker|podman|cri>", "VOLUME_COUNT_ENGINE",
                "--cri-endpoint <URI>", "CONTAINER_RUNTIME_ENDPOINT", "--describe <auto|always|never>",
                "VOLUME_COUNT_DESCRIBE",
                "--poll-interval <SECONDS>", "VOLUME_COUNT_POLL_INTERVAL", "--report-budget <BYTES>",
                "VOLUME_COUNT_REPORT_BUDGET",
                "--log-format <text|json>", "VOLUME_COUNT_LOG_FORMAT",
                "--reconcile-interval <SECONDS>", "VOLUME_COUNT_RECONCILE_INTERVAL", "--window <SECONDS>",
                "VOLUME_COUNT_WINDOW",
                "--log-level <LEVEL>", "VOLUME_COUNT_LOG_LEVEL", "[default: 60]", "[default: 15]", "[default: text]",
                "[default: information]",
            ],
            part => Assert.Contains(part, result.Output, StringComparison.Ordinal));
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task HelpOfReport_NamesItsFormatsAndNoVariableForThem()
    {
        var result = await InProcess.RunAsync("report", "--help");

        var line = Assert.Single(result.Output.Split('\n'), line => line.Contains("--format", StringComparison.Ordinal));
        Assert.Matches(
            @"--format <table\|json> +A human-readable table, or the JSON that Scope gets \[default: table\]", line);
    }

    [Theory]
    [InlineData("Unrecognized command or argument '--frobnicate'.", "--frobnicate")]
    [InlineData("Unrecognized command or argument '@/etc/hostname'.", "@/etc/hostname")] // No response file.
    [InlineData("--plugins-dir: '' is empty. Name a folder.", "serve", "--plugins-dir", "")]
    [InlineData(
        "--log-level: 'loud' is not known. Use one of: trace, debug, information, warning, error, critical, none.",
        "--log-level",
        "loud")]
    [InlineData("--window: '-1' is not a valid time. Use a number of seconds from 0 to 86400.", "--window", "-1")]
    [InlineData("--window: '1e3' is not a valid time. Use a number of seconds from 0 to 86400.", "serve", "--window", "1e3")]
    [InlineData(
        "--reconcile-interval: '0.5' is not a valid time. Use a number of seconds from 1 to 86400.",
        "--reconcile-interval",
        "0.5")]
    [InlineData(
        "--reconcile-interval: 'NaN' is not a valid time. Use a number of seconds from 1 to 86400.",
        "--reconcile-interval",
        "NaN")]
    [InlineData(
        "--reconcile-interval: '86401' is not a valid time. Use a number of seconds from 1 to 86400.",
        "--reconcile-interval",
        "86401")]
    [InlineData("--log-format: 'xml' is not known. Use one of: text, json.", "serve", "--log-format", "xml")]
    [InlineData("--engine: 'lxc' is not known. Use one of: auto, docker, podman, cri.", "serve", "--engine", "lxc")]
    [InlineData("--describe: 'yes' is not known. Use one of: auto, always, never.", "--describe", "yes")]
    [InlineData(
        "--cri-endpoint: 'tcp://x:1' is not the address of a unix socket. Use unix:///run/containerd/containerd.sock.",
        "report", "--cri-endpoint", "tcp://x:1")]
    [InlineData("--format: 'yaml' is not known. Use one of: table, json.", "report", "--format", "yaml")]
    public async Task Mistake_InTheCommandLine_IsToldAndEndsWithTwo(string message, params string[] arguments)
    {
        var result = await InProcess.RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Equal($"volume-count: {message}\nTry 'volume-count --help'.\n", result.Error);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Report_ByDefault_PrintsATable()
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync(
            """[{"Id":"0123456789abcdef","Names":["/web"],"State":"running","Mounts":[{}]}]""");

        var result = await InProcess.RunAsync("report", "--docker-host", docker.Uri.ToString());

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(
            """
            NAME   CONTAINER ID   STATE     VOLUMES   SHARES VOLUMES WITH
            web    0123456789ab   running   1

            """,
            result.Output);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("JSON")]
    public async Task Report_AsJson_PrintsWhatScopeGets(string format)
    {
        var id = new string('a', 64);
        await using var docker = await ScriptedEngine.StartWithContainersAsync($$"""[{"Id":"{{id}}","Mounts":[{},{}]}]""");

        var result = await InProcess.RunAsync("report", "--format", format, "--docker-host", docker.Uri.ToString());

        Assert.Equal(ExitCode.Success, result.ExitCode);
        var count = JsonNode.Parse(result.Output)!["Container"]!["nodes"]![$"{id};<container>"]!["latest"]!["volume_count"]!;
        Assert.Equal("2", count["value"]!.GetValue<string>());
        Assert.Equal(DateTimeOffset.UtcNow, count["timestamp"]!.GetValue<DateTimeOffset>(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Report_WithoutDocker_SaysWhyAndEndsWithOne()
    {
        var result = await InProcess.RunAsync("report", "--docker-host", $"unix://{_folder.Combine("nothing")}");

        Assert.Equal(ExitCode.Failure, result.ExitCode);
        Assert.StartsWith(
            $"volume-count: Docker is not available at unix://{_folder.Combine("nothing")}: the socket does not exist;",
            result.Error,
            StringComparison.Ordinal);
        Assert.EndsWith(".\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData]
    public async Task Serve_UntilItIsReplaced_AnswersAndEndsWithZero(params string[] command)
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync("[]");
        var socket = new PluginSocket(_folder.Path, "volume-count", TimeProvider.System);

        var serving = InProcess.RunAsync(
            [.. command, "--plugins-dir", _folder.Path, "--docker-host", docker.Uri.ToString(), "--log-level", "error"]);
        await Wait.UntilAsync(() => File.Exists(socket.Path), "the socket is there", CancellationToken);
        var healthcheck = await InProcess.RunAsync("healthcheck", "--plugins-dir", _folder.Path);
        Assert.Equal(ExitCode.Success, healthcheck.ExitCode);
        using var replacement = await socket.PublishAsync();

        Assert.Equal(ExitCode.Success, (await serving.WaitAsync(CancellationToken)).ExitCode);
        Assert.Equal(PluginSocketState.Ours, socket.Inspect());
    }

    [Fact]
    public async Task Serve_WhereTheSocketCannotBe_SaysWhyAndEndsWithTwo()
    {
        Directory.CreateDirectory(_folder.Combine("volume-count.sock"));

        var result = await InProcess.RunAsync("serve", "--plugins-dir", _folder.Path);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Equal(
            $"volume-count: {_folder.Combine("volume-count.sock")}: is a folder. Nothing was deleted. " +
            "Move it away, or choose another folder with --plugins-dir.\n",
            result.Error);
    }

    [Fact]
    public async Task Serve_WithAPathThatIsTooLong_SaysSoAndEndsWithTwo()
    {
        var result = await InProcess.RunAsync("serve", "--plugins-dir", _folder.Combine(new string('x', 100)));

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("that of a unix socket at most 107", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
