using System.CommandLine;
using VolumeCount.Report;
using VolumeCount.Sockets;

namespace VolumeCount.CommandLine;

/// <summary><c>volume-count healthcheck</c>: asks the running plugin for a report, as a probe would, and judges it.</summary>
internal static class HealthcheckCommand
{
    public static Command Create()
    {
        var command = new Command("healthcheck", "Ask the running plugin for a report; exit with 0 when it is valid")
        {
            PluginCommandOptions.PluginsDirectory,
        };
        command.SetAction((parsed, cancellationToken) =>
            CheckAsync(parsed.GetRequiredValue(PluginCommandOptions.PluginsDirectory), cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(string pluginsDirectory, CancellationToken cancellationToken)
    {
        try
        {
            var socket = new PluginSocket(pluginsDirectory);
            var nodes = await ReportCheck.RunAsync(socket.Path, cancellationToken);
            Console.Out.WriteLine($"{socket.Path}: the report is valid and has {nodes} containers");
            return ExitCode.Success;
        }
        catch (PluginSocketException e)
        {
            await Console.Error.WriteLineAsync($"volume-count: {e.Message}.");
            return ExitCode.Usage;
        }
        catch (InvalidReportException e)
        {
            await Console.Error.WriteLineAsync($"volume-count: {e.Message}.");
            return ExitCode.Failure;
        }
    }
}
