using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace VolumeCount.Tests;

/// <summary>Starts a web server on a unix socket that answers as the test tells it to.</summary>
internal static class UnixSocketServer
{
    public static async Task<WebApplication> StartAsync(
        string socketPath, RequestDelegate answer, Action<KestrelServerOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenUnixSocket(socketPath);
            configure?.Invoke(kestrel);
        });
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }
}
