using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VolumeCount.Requests;

namespace VolumeCount.Sockets;

/// <summary>Makes Kestrel serve on the plugin's socket, and on nothing else.</summary>
internal static class PluginSocketServices
{
    /// <summary>As many connections as are open at once. Each probe needs one.</summary>
    public const int MaxConnections = 64;

    /// <summary>How long a connection may be silent between two requests. A probe is for a second.</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How much of what a connection sends is taken in before it is read: one head and the beginning of the next.</summary>
    public const int MaxUnreadBytes = 2 * MaxHeadBytes;

    // A probe sends 200 bytes, each second, on a connection that it keeps.
    private const int MaxHeadBytes = 8 << 10;
    private const int MaxHeaders = 32;
    private const int SlowestBytesPerSecond = 64 << 10;
    private static readonly TimeSpan HeadTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReadGrace = TimeSpan.FromSeconds(5);

    /// <exception cref="PluginSocketException">The socket's path cannot be one.</exception>
    public static void AddPluginSocket(this WebApplicationBuilder builder, PluginOptions options)
    {
        var socket = new PluginSocket(options.PluginsDirectory);
        var limit = new ConnectionLimit(MaxConnections, TimeProvider.System);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxHeadBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeadBytes;
            kestrel.Limits.MaxRequestHeaderCount = MaxHeaders;
            kestrel.Limits.MaxRequestBufferSize = MaxUnreadBytes;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.KeepAliveTimeout = IdleTimeout;
            kestrel.Limits.RequestHeadersTimeout = HeadTimeout;
            kestrel.Limits.MinResponseDataRate = new MinDataRate(SlowestBytesPerSecond, ReadGrace);
            kestrel.ListenUnixSocket(socket.Path, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(next => context => limit.AdmitAsync(context, next));
                var reports = listen.ApplicationServices.GetRequiredService<ReportConnection>();
                listen.Use(next => context => reports.ServeAsync(context, next));
            });
        });
        builder.Services.AddSingleton(limit);
        builder.Services.AddSingleton(socket);
        builder.Services.AddSingleton<IConnectionListenerFactory, PluginListenerFactory>();
    }
}
