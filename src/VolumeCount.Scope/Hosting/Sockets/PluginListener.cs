using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>
/// Accepts connections on the plugin's socket, and watches its path: when another instance takes the path over, the plugin
/// stops; when the socket is deleted, the plugin publishes a new one.
/// </summary>
internal sealed class PluginListener(
    PluginSocket pluginSocket,
    EndPoint endPoint,
    SocketConnectionContextFactory connections,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILogger<PluginListener> logger) : IConnectionListener
{
    /// <summary>The time between two checks of the socket's path. A check is a single system call.</summary>
    public static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The size of a connection's send buffer. The kernel may limit it to less; a larger buffer lets a large report be sent
    /// in fewer pieces, with a wait between two of them.
    /// </summary>
    private const int SendBufferSize = 4 << 20;

    /// <summary>
    /// The delay after a connection could not be accepted, for example because no file descriptor is free.
    /// </summary>
    private static readonly TimeSpan AcceptRetryDelay = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _unbinding = new();
    private Task _watch = Task.CompletedTask;

    // Null before the listener is bound and once it is unbound.
    private volatile Socket? _listening;

    public EndPoint EndPoint => endPoint;

    /// <exception cref="PluginSocketException">The socket cannot be created.</exception>
    public async ValueTask BindAsync()
    {
        _listening = await pluginSocket.PublishAsync();
        logger.LogListening(pluginSocket.Path);
        _watch = WatchAsync(_unbinding.Token);
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (_listening is { } socket)
        {
            try
            {
                return Connect(await socket.AcceptAsync(cancellationToken));
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException && socket != _listening)
            {
                // Closed by another thread, which set a new socket or unbound the listener.
            }
            catch (SocketException)
            {
                await Task.Delay(AcceptRetryDelay, timeProvider, cancellationToken);
            }
        }

        return null;
    }

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        if (_unbinding.IsCancellationRequested)
            return;

        await _unbinding.CancelAsync();
        await _watch;

        try
        {
            await pluginSocket.RemoveAsync();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            logger.LogNotRemoved(pluginSocket.Path, e.Message);
        }

        Listen(null);
    }

    public async ValueTask DisposeAsync()
    {
        await UnbindAsync();
        connections.Dispose();
        _unbinding.Dispose();
    }

    private ConnectionContext Connect(Socket accepted)
    {
        try
        {
            accepted.SendBufferSize = SendBufferSize;
            return connections.Create(accepted);
        }
        catch
        {
            accepted.Dispose();
            throw;
        }
    }

    private void Listen(Socket? socket)
    {
        var previous = _listening;
        _listening = socket;
        previous?.Dispose();
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(WatchInterval, timeProvider);
        string? lastError = null;
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    if (!await KeepPublishedAsync())
                        return;
                    lastError = null;
                }
                catch (Exception e) when (e is PluginSocketException or Win32Exception)
                {
                    // The same error is logged once.
                    if (lastError != e.Message)
                        logger.LogCannotPublish(pluginSocket.Path, lastError = e.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>
    /// Publishes the socket again if it is missing. Returns false if another instance has taken the path over.
    /// </summary>
    private async ValueTask<bool> KeepPublishedAsync()
    {
        switch (pluginSocket.Inspect())
        {
            case PluginSocketState.Replaced:
                logger.LogReplaced(pluginSocket.Path);
                lifetime.StopApplication();
                return false;

            case PluginSocketState.Missing:
                Listen(await pluginSocket.PublishAsync());
                logger.LogPublishedAnew(pluginSocket.Path);
                break;
        }

        return true;
    }
}
