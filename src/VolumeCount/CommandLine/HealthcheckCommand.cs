using System.CommandLine;
using VolumeCount.Contract;
using VolumeCount.Sockets;

namespace VolumeCount.CommandLine;

/// <summary><c>volume-count healthcheck</c>: asks the running plugin for a report, as a probe would, and judges it.</summary>
internal static class HealthcheckCommand
{
    /// <summary>
    /// How long the exchange may take. A probe allows 500 ms; this is longer because starting the check itself counts too.
    /// </summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static Command Create(PluginCommandOptions options)
    {
        var command = new Command("healthcheck", "Ask the running plugin for a report; exit with 0 when it is valid")
        {
            options.PluginsDirectory,
        };
        command.SetAction((parsed, cancellationToken) => CheckAsync(
            parsed.GetRequiredValue(options.PluginsDirectory),
            parsed.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(
        string pluginsDirectory, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        try
        {
            var socket = new PluginSocket(pluginsDirectory);
            // In a container, the check shares its memory with the plugin.
            using var exchange = new PluginExchange(socket.Path, Timeout, TimeProvider.System) { KeepsNodes = false };
            var answer = await exchange.AskAsync(cancellationToken);
            if (answer.Findings is [var finding, ..])
            {
                var reason = finding.Path is null ? "" : "the report is not valid: ";
                await console.Error.WriteLineAsync($"volume-count: {socket.Path}: {reason}{finding}.");
                return ExitCode.Failure;
            }

            var containers = answer.Report!.Topology("Container").Nodes.Count;
            console.Output.WriteLine($"{socket.Path}: the report is valid; containers: {containers}");
            return ExitCode.Success;
        }
        catch (PluginSocketException e)
        {
            await console.Error.WriteLineAsync($"volume-count: {e.Message}.");
            return ExitCode.Usage;
        }
    }
}
