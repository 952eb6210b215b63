using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VolumeCount.Tests.Unit;

/// <summary>Starts our plugin in this process, on its real socket.</summary>
internal static class OwnPlugin
{
    public static async Task<WebApplication> StartAsync(
        string pluginsDirectory, Uri dockerHost, LogFormat format = LogFormat.Text, LogLevel level = LogLevel.None)
    {
        var app = PluginHost.Build(new PluginOptions
        {
            PluginsDirectory = pluginsDirectory,
            DockerHost = dockerHost,
            LogFormat = format,
            LogLevel = level,
        });
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
