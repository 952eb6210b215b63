using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using VolumeCount.Engines;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Commands;

namespace VolumeCount.Commands;

/// <summary><c>volume-count report</c>: asks the container engine once and prints its containers.</summary>
internal static class ReportCommand
{
    public static Command Create(VolumeCountOptions options)
    {
        var command = new Command("report", "Ask the container engine once, print the counts and exit")
        {
            options.ReportFormat,
            options.Engine,
            options.DockerHost,
            options.CriEndpoint,
            options.Describe,
        };
        command.SetAction((parsed, cancellationToken) => ReportAsync(
            options.BindEngine(parsed),
            parsed.GetRequiredValue(options.ReportFormat),
            parsed.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> ReportAsync(
        PluginOptions options, ReportFormat format, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        // The table has the names.
        if (format == ReportFormat.Table)
            options = options with { Describe = DescribeMode.Always };
        var engine = EngineServices.Create(options, TimeProvider.System, NullLogger.Instance);
        using var disposable = engine as IDisposable;
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
            await console.Error.WriteLineAsync($"volume-count: {engine.Name} is not available at {engine.Address}: {e.Message}.");
            return ExitCode.Failure;
        }
    }
}
