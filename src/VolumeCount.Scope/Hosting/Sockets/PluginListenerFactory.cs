using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>Lets Kestrel listen on the plugin's socket through <see cref="PluginListener"/>.</summary>
internal sealed class PluginListenerFactory(
    PluginSocket pluginSocket,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILoggerFactory loggerFactory) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    /// <summary>
    /// The number of bytes of a connection that are buffered before they are read: one head and the beginning of the next.
    /// </summary>
    public const int MaxUnreadBytes = 16 << 10;

    private static readonly SocketConnectionFactoryOptions Options = new()
    {
        // A handler waits only for the socket: another thread would only cost time.
        IOQueueCount = 1,
        UnsafePreferInlineScheduling = true,
        // The same limit as Kestrel's, which does not apply here.
        MaxReadBufferSize = MaxUnreadBytes,
    };

    public bool CanBind(EndPoint endpoint) => endpoint is UnixDomainSocketEndPoint;

    /// <exception cref="PluginSocketException">The socket cannot be created.</exception>
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var connections = new SocketConnectionContextFactory(
            Options, loggerFactory.CreateLogger<SocketConnectionContextFactory>());
        var listener = new PluginListener(
            pluginSocket, endpoint, connections, lifetime, timeProvider, loggerFactory.CreateLogger<PluginListener>());
        await listener.BindAsync();
        return listener;
    }
}
