using VolumeCount.Engines;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope;

namespace VolumeCount.Commands;

/// <summary>The program's command line.</summary>
internal static class VolumeCountCommand
{
    /// <summary>Runs the command that the arguments name, and returns the exit code.</summary>
    public static Task<int> InvokeAsync(string[] args, TextWriter output, TextWriter error)
    {
        var options = new VolumeCountOptions();
        return ScopePlugin.CreateBuilder(VolumeCountReportContext.Plugin)
            .AddOption(options.Engine)
            .AddOption(options.DockerHost)
            .AddOption(options.CriEndpoint)
            .AddOption(options.Describe)
            .AddOption(options.ReconcileInterval)
            .AddOption(options.PollInterval)
            .AddOption(options.Window)
            .AddOption(options.ReportBudget)
            .AddCommand(new ReportCommand(options).Create())
            .ConfigureServices((services, parsed) => services.AddPlugin(options.Bind(parsed)))
            .UseReport<VolumeCountReportSource>()
            .RunAsync(args, output, error);
    }

    /// <summary>Registers the plugin's services.</summary>
    internal static IServiceCollection AddPlugin(this IServiceCollection services, PluginOptions options) =>
        services.AddEngine(options.Engine).AddInventory(options.Inventory).AddSingleton(options.Report);
}
