using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VolumeCount.Commands;
using VolumeCount.Engines;
using VolumeCount.Engines.Docker;
using VolumeCount.Report;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Commands;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Tests.Unit;

/// <summary>Starts our plugin in this process, on its real socket.</summary>
internal static class OwnPlugin
{
    public static async Task<WebApplication> StartAsync(
        string pluginsDirectory, Uri dockerHost, LogFormat format = LogFormat.Text, LogLevel level = LogLevel.None)
    {
        var options = new PluginHostOptions(pluginsDirectory, format, level);
        var app = PluginHost.Build(VolumeCountReportContext.Plugin, options, services => services
            .AddPlugin(
                new PluginOptions { Engine = new EngineOptions { DockerHost = DockerAddress.Parse(dockerHost.ToString()) } })
            .AddSingleton<IReportSource<VolumeCountReport>, VolumeCountReportSource>());
        try
        {
            await ((IHost)app).StartAsync(TestContext.Current.CancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
