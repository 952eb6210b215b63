using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace VolumeCount.Sockets;

/// <summary>Lets Kestrel listen on the plugin's socket through <see cref="PluginListener"/>.</summary>
internal sealed class PluginListenerFactory(
    PluginSocket pluginSocket,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILoggerFactory loggerFactory) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private static readonly SocketConnectionFactoryOptions Options = new()
    {
        // What answers a request never waits for anything but the socket: another thread would only cost time.
        IOQueueCount = 1,
        UnsafePreferInlineScheduling = true,
        // Kestrel's own limit, which it cannot set here: what a client sends and nobody has read yet.
        MaxReadBufferSize = PluginSocketServices.MaxUnreadBytes,
    };

    /// <inheritdoc/>
    public bool CanBind(EndPoint endpoint) => endpoint is UnixDomainSocketEndPoint;

    /// <inheritdoc/>
    /// <exception cref="PluginSocketException">The socket cannot be had.</exception>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var connections = new SocketConnectionContextFactory(
            Options, loggerFactory.CreateLogger<SocketConnectionContextFactory>());
        return ValueTask.FromResult<IConnectionListener>(new PluginListener(
            pluginSocket, endpoint, connections, lifetime, timeProvider, loggerFactory.CreateLogger<PluginListener>()));
    }
}
