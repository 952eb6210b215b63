using System.CommandLine;
using System.Text.Json;
using VolumeCount.Engines.Docker;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Commands;

namespace VolumeCount.Commands;

/// <summary><c>volume-count report</c>: asks Docker once and prints its containers.</summary>
internal static class ReportCommand
{
    public static Command Create(VolumeCountOptions options)
    {
        var command = new Command("report", "Ask Docker once, print the counts and exit")
        {
            options.ReportFormat,
            options.DockerHost,
        };
        command.SetAction((parsed, cancellationToken) => ReportAsync(
            parsed.GetRequiredValue(options.DockerHost),
            parsed.GetRequiredValue(options.ReportFormat),
            parsed.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> ReportAsync(
        DockerAddress dockerHost, ReportFormat format, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        using var engine = new DockerEngine(dockerHost, TimeProvider.System)
        {
            Describes = format == ReportFormat.Table,
        };
        try
        {
            var time = TimeProvider.System.GetUtcNow();
            var (containers, _) = await engine.ListAsync(cancellationToken);
            if (format == ReportFormat.Table)
            {
                ContainerTable.Write(containers, console.Output);
            }
            else
            {
                var report = VolumeCountReport.From(new InventorySnapshot(time, containers));
                console.Output.WriteLine(JsonSerializer.Serialize(report, VolumeCountReportContext.Default.VolumeCountReport));
            }

            return ExitCode.Success;
        }
        catch (EngineUnavailableException e)
        {
            await console.Error.WriteLineAsync($"volume-count: Docker is not available at {engine.Address}: {e.Message}.");
            return ExitCode.Failure;
        }
    }
}
