using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Scope.Hosting.Http;

/// <summary>Sets up the HTTP pipeline: Kestrel on the plugin's socket only, its limits, and the two endpoints.</summary>
internal static class HttpServices
{
    /// <summary>
    /// The longest time that a connection may be idle between two requests. A probe sends one each second.
    /// </summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);

    // A probe sends 200 bytes, each second, on a connection that it keeps.
    private const int MaxHeadBytes = 8 << 10;
    private const int MaxHeaders = 32;
    private const int MinBytesPerSecond = 64 << 10;
    private static readonly TimeSpan HeadTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReadGrace = TimeSpan.FromSeconds(5);

    /// <summary>Adds the pipeline.</summary>
    public static void AddHttp(this WebApplicationBuilder builder, PluginSocket socket)
    {
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxHeadBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeadBytes;
            kestrel.Limits.MaxRequestHeaderCount = MaxHeaders;
            kestrel.Limits.MaxRequestBufferSize = PluginListenerFactory.MaxUnreadBytes;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.KeepAliveTimeout = IdleTimeout;
            kestrel.Limits.RequestHeadersTimeout = HeadTimeout;
            kestrel.Limits.MinResponseDataRate = new MinDataRate(MinBytesPerSecond, ReadGrace);
            kestrel.ListenUnixSocket(socket.Path, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                var reports = listen.ApplicationServices.GetRequiredService<ReportConnection>();
                listen.Use(next => context => reports.ServeAsync(context, next));
            });
        });
        builder.Services.AddSingleton(socket);
        builder.Services.AddSingleton<IConnectionListenerFactory, PluginListenerFactory>();
        builder.Services.AddSingleton<ReportConnection>();
        builder.Services.AddSingleton<ReportEndpoint>();
        builder.Services.AddSingleton<ControlEndpoint>();
        builder.Services.AddSingleton<RequestRouter>();
    }

    /// <summary>Makes the application route its requests.</summary>
    public static void UseHttp(this WebApplication app) =>
        app.Run(app.Services.GetRequiredService<RequestRouter>().HandleAsync);
}
