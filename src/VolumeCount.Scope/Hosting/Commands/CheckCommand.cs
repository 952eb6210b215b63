using System.CommandLine;
using VolumeCount.Scope.Contract;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The command <c>check</c>: checks any plugin against the contract with Scope.</summary>
internal static class CheckCommand
{
    public static Command Create(string program)
    {
        var socket = new Argument<string>("SOCKET") { Description = "The path of the plugin's socket" };
        var command = new Command("check", "Check any Scope plugin through its socket; exit with 0 when all is well")
        {
            socket,
        };
        command.SetAction((parsed, cancellationToken) =>
            CheckAsync(program, parsed.GetRequiredValue(socket), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(
        string program, string socketPath, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        if (PluginCheck.ValidateSocket(socketPath) is { } error)
        {
            await console.Error.WriteLineAsync($"{program}: {socketPath}: {error}.");
            return ExitCode.Failure;
        }

        var report = await PluginCheck.RunAsync(socketPath, TimeProvider.System, cancellationToken);
        CheckTable.Write(report, console.Output);
        return report.HasPassed ? ExitCode.Success : ExitCode.Failure;
    }
}
