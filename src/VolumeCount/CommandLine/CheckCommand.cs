using System.CommandLine;
using VolumeCount.Contract;

namespace VolumeCount.CommandLine;

/// <summary><c>volume-count check</c>: checks any plugin, ours or another's, against the contract with Scope.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var socket = new Argument<string>("SOCKET") { Description = "The path of the plugin's socket" };
        var command = new Command("check", "Check any Scope plugin through its socket; exit with 0 when all is well")
        {
            socket,
        };
        command.SetAction((parsed, cancellationToken) =>
            CheckAsync(parsed.GetRequiredValue(socket), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(
        string socketPath, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        if (PluginCheck.WhatIsWrongWith(socketPath) is { } wrong)
        {
            await console.Error.WriteLineAsync($"volume-count: {socketPath}: {wrong}.");
            return ExitCode.Failure;
        }

        var report = await PluginCheck.RunAsync(socketPath, TimeProvider.System, cancellationToken);
        CheckTable.Write(report, console.Output);
        return report.HasPassed ? ExitCode.Success : ExitCode.Failure;
    }
}
