using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.CommandLine;

/// <summary>What a person, or a script, gets from the program at a terminal.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("--help", "Usage:")]
    [InlineData("--help", "healthcheck")]
    [InlineData("--help", "SCOPE_PLUGINS_DIR")]
    [InlineData("--version", "0.")]
    public async Task Help_And_Version_ArePrinted(string option, string expected)
    {
        var result = await PluginProcess.RunAsync(option);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("Unrecognized command or argument '--frobnicate'", "--frobnicate")]
    [InlineData("Unrecognized command or argument 'frobnicate'", "frobnicate")]
    [InlineData("--plugins-dir", "--plugins-dir")]
    [InlineData("--plugins-dir: '' is empty. Name a folder", "--plugins-dir", "")]
    [InlineData("--log-level: 'loud' is not known. Use one of: trace, debug, information", "--log-level", "loud")]
    [InlineData("--log-format: 'xml' is not known. Use one of: text, json", "--log-format", "xml")]
    [InlineData("--format: 'yaml' is not known. Use one of: table, json", "report", "--format", "yaml")]
    [InlineData(
        "--docker-host: 'ssh://host' needs SSH, which is not supported: forward the engine's socket with ssh -L, "
        + "and name that. Use unix:///path/to/docker.sock, tcp://host:port or http://host:port",
        "--docker-host",
        "ssh://host")]
    [InlineData("--docker-host: 'docker.sock' is not a URI. Use unix:///", "report", "--docker-host", "docker.sock")]
    public async Task BadCommandLine_IsRefusedWithAClearMessage(string message, params string[] arguments)
    {
        var result = await PluginProcess.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("volume-count: ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains(message, result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("Try 'volume-count --help'.", result.ErrorLines[^1]);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("DOCKER_HOST", "npipe://./pipe/docker_engine", "is a named pipe of Windows, which is not supported")]
    [InlineData("VOLUME_COUNT_LOG_LEVEL", "loud", "is not known. Use one of: trace,")]
    [InlineData("VOLUME_COUNT_LOG_FORMAT", "xml", "is not known. Use one of: text, json")]
    public async Task BadEnvironmentVariable_IsRefusedByName(string variable, string value, string message)
    {
        var result = await Command.RunAsync(
            PluginProcess.Executable, ["serve"], new Dictionary<string, string?> { [variable] = value });

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"volume-count: {variable}: '{value}' {message}", result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("report")]
    public async Task TlsOfTheDockerCommand_OverTcpAlone_IsRefused(string command)
    {
        var environment =
            new Dictionary<string, string?> { ["DOCKER_TLS_VERIFY"] = "1", ["DOCKER_HOST"] = "tcp://127.0.0.1:2376" };
        var overTcp = await Command.RunAsync(PluginProcess.Executable, [command], environment);
        environment["DOCKER_HOST"] = $"unix://{_folder.Combine("docker.sock")}";
        var onSocket = await Command.RunAsync(PluginProcess.Executable, ["report"], environment);

        Assert.Equal(2, overTcp.ExitCode);
        Assert.Equal(
            "volume-count: DOCKER_HOST: 'tcp://127.0.0.1:2376' needs TLS, as DOCKER_TLS_VERIFY is set, "
            + "which is not supported: use the engine's unix socket, or unset the variable.",
            overTcp.ErrorLines[0]);
        Assert.Contains("the socket does not exist", onSocket.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DOCKER_HOST", "ssh://root@host")]
    [InlineData("DOCKER_HOST", "npipe:////./pipe/docker_engine")]
    [InlineData("DOCKER_TLS_VERIFY", "1")]
    [InlineData("VOLUME_COUNT_LOG_LEVEL", "loud")]
    public async Task EnvironmentVariable_OfTheEngineAlone_DoesNotStopOtherCommands(string variable, string value)
    {
        var environment = new Dictionary<string, string?> { ["DOCKER_HOST"] = "tcp://127.0.0.1:2376", [variable] = value };

        foreach (var option in (string[])["--version", "--help"])
            Assert.Equal((0, ""), Outcome(await Command.RunAsync(PluginProcess.Executable, [option], environment)));
        var check = await Command.RunAsync(
            PluginProcess.Executable, ["check", _folder.Combine("volume-count.sock")], environment);
        var healthcheck = await Command.RunAsync(
            PluginProcess.Executable, ["healthcheck", "--plugins-dir", _folder.Path], environment);

        // Both look for the plugin, which does not run.
        Assert.All([check, healthcheck], result => Assert.Equal(1, result.ExitCode));
        Assert.All(
            [check, healthcheck],
            result => Assert.DoesNotContain(variable, result.Error + result.Output, StringComparison.Ordinal));

        static (int ExitCode, string Error) Outcome(CommandResult result) => (result.ExitCode, result.Error);
    }

    [Fact]
    public async Task CommandLine_AgainstTheEnvironment_Wins()
    {
        var result = await Command.RunAsync(
            PluginProcess.Executable,
            ["report", "--docker-host", "unix:///from/the/command/line.sock"],
            new Dictionary<string, string?> { ["DOCKER_HOST"] = "unix:///from/the/environment.sock" });

        Assert.Contains("unix:///from/the/command/line.sock", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("environment", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnvironmentVariables_WithoutOptions_AreUsed()
    {
        await File.WriteAllTextAsync(_folder.Combine("volume-count.sock"), "", TestContext.Current.CancellationToken);

        var result = await Command.RunAsync(
            PluginProcess.Executable, [], new Dictionary<string, string?> { ["SCOPE_PLUGINS_DIR"] = _folder.Path });

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            $"volume-count: {_folder.Combine("volume-count.sock")}: exists", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyEnvironmentVariable_CountsAsNone()
    {
        var result = await Command.RunAsync(
            PluginProcess.Executable, ["--help"], new Dictionary<string, string?> { ["SCOPE_PLUGINS_DIR"] = "" });

        Assert.Contains("[default: /var/run/scope/plugins]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WithoutDocker_FailsAndSaysWhy()
    {
        var result = await PluginProcess.RunAsync("report", "--docker-host", $"unix://{_folder.Combine("docker.sock")}");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            $"volume-count: Docker is not available at unix://{_folder.Combine("docker.sock")}: "
            + "the socket does not exist; see that Docker is running and, in a container, that its socket is mounted.\n",
            result.Error);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("report")]
    [InlineData("report --format json")]
    [InlineData("report --wide --watch")]
    [InlineData("healthcheck --plugins-dir \"$FOLDER\"")]
    [InlineData("check \"$FOLDER/volume-count.sock\"")]
    public async Task Output_ThatCannotBeWritten_FailsAndSaysWhy(string arguments)
    {
        // Only two of them need it.
        await using var plugin = arguments.Contains("FOLDER", StringComparison.Ordinal)
            ? await PluginProcess.StartAsync(_folder.Path)
            : null;
        var environment =
            new Dictionary<string, string?> { ["PROGRAM"] = PluginProcess.Executable, ["FOLDER"] = _folder.Path };

        var full = await Command.RunAsync("bash", ["-c", $"\"$PROGRAM\" {arguments} >/dev/full"], environment);
        var closed = await Command.RunAsync("bash", ["-c", $"\"$PROGRAM\" {arguments} >&-"], environment);

        Assert.Equal(
            (1, "volume-count: The output cannot be written: No space left on device.\n"), (full.ExitCode, full.Error));
        Assert.Equal(
            (1, "volume-count: The output cannot be written: Bad file descriptor.\n"), (closed.ExitCode, closed.Error));
    }

    [Fact]
    public async Task ReportWatch_OnATerminal_PrintsInPlaceUntilASignal()
    {
        var result = await RunOnTerminalAsync(
            """
            "$PROGRAM" report --watch &
            until grep --quiet NAME "$SCREEN"; do sleep 0.1; done
            kill $!
            wait $!
            """);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\e[H\e[2JNAME ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportAsJson_OnATerminal_IsIndented()
    {
        var result = await RunOnTerminalAsync("\"$PROGRAM\" report --format json");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("{\r\n  \"Plugins\": [\r\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthcheckAndCheck_OfTheRunningPlugin_Succeed()
    {
        await using var plugin = await PluginProcess.StartAsync(_folder.Path);

        var healthcheck = await PluginProcess.RunAsync("healthcheck", "--plugins-dir", _folder.Path);
        CommandResult check = null!;
        // On a machine that is busy with other tests, an answer may take longer than the 500 ms that Scope's probe waits.
        await Wait.UntilAsync(
            async () => (check = await PluginProcess.RunAsync("check", plugin.SocketPath)).ExitCode == 0,
            () => $"the check passes: {check.Output}{check.Error}",
            TestContext.Current.CancellationToken,
            TimeSpan.FromSeconds(40));

        Assert.Equal((0, ""), (healthcheck.ExitCode, healthcheck.Error));
        Assert.StartsWith(
            $"{plugin.SocketPath}: the report is valid; nodes: ", healthcheck.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.EndsWith(
            "18 passed, 0 warning, 0 FAILED, 0 not reached, 1 not checked\n", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_AsJson_IsOneObjectALine()
    {
        await using var plugin = await PluginProcess.StartAsync(
            _folder.Path, "--log-format", "json", "--docker-host", $"unix://{_folder.Combine("docker.sock")}");
        await plugin.WaitForLogAsync("Docker is not available");
        await plugin.SignalAsync("TERM");
        await plugin.WaitForExitAsync();

        Assert.All(plugin.Log, line => Assert.NotNull(JsonNode.Parse(line)!["Message"]));
    }

    [Fact]
    public async Task Log_WithLevelWarning_HasNoInformation()
    {
        var start = Command.RunAsync(
            "timeout",
            ["--signal=TERM", "2", PluginProcess.Executable, "--plugins-dir", _folder.Path, "--log-level", "warning"]);

        Assert.Empty((await start).Error);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a command of the shell on a terminal, which also writes what it shows to a file.</summary>
    private async Task<CommandResult> RunOnTerminalAsync(string command) => await Command.RunAsync(
        "script",
        ["--quiet", "--flush", "--return", "--command", command, _folder.Combine("screen")],
        new Dictionary<string, string?>
        {
            ["PROGRAM"] = PluginProcess.Executable,
            ["SCREEN"] = _folder.Combine("screen"),
            ["SHELL"] = "/bin/sh",
        });
}
