using System.CommandLine;
using VolumeCount.Scope.Contract;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The command <c>check</c>: checks any plugin against the contract with Scope.</summary>
/// <param name="program">The name of the program, for messages.</param>
internal sealed class CheckCommand(string program)
{
    private readonly Argument<string> _socket = new("SOCKET") { Description = "The path of the plugin's socket" };

    private readonly Option<ReportFormat> _format = PluginOption.OneOf(
        "--format", variable: null, ReportFormat.Table, "A human-readable table, or JSON");

    private readonly Option<double> _timeout = PluginOption.Seconds(
        "--timeout", variable: null, PluginCheck.Timeout, 0,
        "The time for each response; Scope allows half a second, and a busy machine may need more");

    private readonly Option<bool> _isStrict = new("--strict") { Description = "Exit with 1 for warnings as well" };

    public Command Create()
    {
        var command = new Command("check", "Check any Scope plugin through its socket; exit with 0 when no check fails")
        {
            _socket,
            _format,
            _isStrict,
            _timeout,
        };
        command.SetAction(CheckAsync);
        return command;
    }

    private async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var socketPath = parsed.GetRequiredValue(_socket);
        var console = parsed.InvocationConfiguration;
        if (PluginCheck.ValidateSocket(socketPath) is { } error)
        {
            await console.Error.WriteLineAsync($"{program}: {socketPath}: {error}.");
            return ExitCode.Failure;
        }

        var timeout = TimeSpan.FromSeconds(parsed.GetRequiredValue(_timeout));
        var report = await PluginCheck.RunAsync(socketPath, timeout, cancellationToken);
        if (parsed.GetRequiredValue(_format) == ReportFormat.Json)
            CheckJson.Write(report, console.Output);
        else
            CheckTable.Write(report, console.Output);
        return report.HasPassed && !(report.HasWarnings && parsed.GetValue(_isStrict)) ? ExitCode.Success : ExitCode.Failure;
    }
}
