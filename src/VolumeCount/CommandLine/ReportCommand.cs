using System.CommandLine;
using System.Text.Json;
using VolumeCount.Inventory;
using VolumeCount.Report;

namespace VolumeCount.CommandLine;

/// <summary><c>volume-count report</c>: asks Docker once and prints what it says.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var command = new Command("report", "Ask Docker once, print the counts and exit")
        {
            PluginCommandOptions.ReportFormat,
            PluginCommandOptions.DockerHost,
        };
        command.SetAction((parsed, cancellationToken) => ReportAsync(
            parsed.GetRequiredValue(PluginCommandOptions.DockerHost),
            parsed.GetRequiredValue(PluginCommandOptions.ReportFormat),
            cancellationToken));
        return command;
    }

    private static async Task<int> ReportAsync(Uri dockerHost, ReportFormat format, CancellationToken cancellationToken)
    {
        using var engine = new DockerEngine(dockerHost, TimeProvider.System);
        try
        {
            var time = TimeProvider.System.GetUtcNow();
            var containers = await engine.ListContainersAsync(cancellationToken);
            if (format == ReportFormat.Table)
            {
                ContainerTable.Write(containers, Console.Out);
            }
            else
            {
                var report = VolumeCountReport.From(new InventorySnapshot(time, containers));
                Console.Out.WriteLine(JsonSerializer.Serialize(report, VolumeCountReportContext.Default.VolumeCountReport));
            }

            return ExitCode.Success;
        }
        catch (DockerUnavailableException e)
        {
            await Console.Error.WriteLineAsync($"volume-count: Docker is not available at {dockerHost}: {e.Message}.");
            return ExitCode.Failure;
        }
    }
}
