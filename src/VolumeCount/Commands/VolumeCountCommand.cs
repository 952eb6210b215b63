using VolumeCount.Engines;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope;

namespace VolumeCount.Commands;

/// <summary>The program's command line.</summary>
internal static class VolumeCountCommand
{
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

    internal static IServiceCollection AddPlugin(this IServiceCollection services, PluginOptions options) =>
        services
            .AddSingleton(provider => EngineLocator.Locate(
                options.Engine,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<EngineLocator>>()))
            .AddSingleton(options.Inventory)
            .AddSingleton<SnapshotPublisher>()
            .AddHostedService<ContainerInventory>()
            .AddSingleton(static _ => Machine.Read())
            .AddSingleton<UsageMonitor>()
            .AddHostedService(static provider => provider.GetRequiredService<UsageMonitor>())
            .AddSingleton(options.Report);
}
