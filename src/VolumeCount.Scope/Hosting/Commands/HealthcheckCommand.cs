using System.CommandLine;
using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>
/// The command <c>healthcheck</c>: requests a report from the running plugin, as a probe would, and checks it.
/// </summary>
internal static class HealthcheckCommand
{
    /// <summary>
    /// The longest duration of the exchange. A probe allows 500 ms; this is longer because it includes the start of the
    /// check itself.
    /// </summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static Command Create(string pluginId, CommonOptions options)
    {
        var command = new Command("healthcheck", "Ask the running plugin for a report; exit with 0 when it is valid")
        {
            options.PluginsDirectory,
        };
        command.SetAction((parsed, cancellationToken) => CheckAsync(
            pluginId,
            parsed.GetRequiredValue(options.PluginsDirectory),
            parsed.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(
        string pluginId, string pluginsDirectory, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var socket = new PluginSocket(pluginsDirectory, pluginId, TimeProvider.System);
        // In a container, the check shares its memory with the plugin.
        using var exchange = new PluginExchange(socket.Path, Timeout, TimeProvider.System) { KeepsNodes = false };
        var response = await exchange.AskAsync(cancellationToken);
        if (response.Findings is [var finding, ..])
        {
            var reason = finding.Path is null ? "" : "the report is not valid: ";
            await console.Error.WriteLineAsync($"{pluginId}: {socket.Path}: {reason}{finding}.");
            return ExitCode.Failure;
        }

        var nodes = response.Report!.Topologies.Values.Sum(topology => topology.Nodes.Count);
        console.Output.WriteLine($"{socket.Path}: the report is valid; nodes: {nodes}");
        return ExitCode.Success;
    }
}
