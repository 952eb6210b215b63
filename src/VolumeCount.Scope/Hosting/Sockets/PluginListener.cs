using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>
/// Accepts connections on the plugin's socket, and watches over its name: when another instance takes the name over, the
/// plugin stops; when it is deleted, the plugin publishes a new socket.
/// </summary>
/// <param name="pluginSocket">The socket in the file system.</param>
/// <param name="endPoint">The socket's address.</param>
/// <param name="connections">Makes connections of accepted sockets.</param>
/// <param name="lifetime">Stops the plugin.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The logger.</param>
internal sealed class PluginListener(
    PluginSocket pluginSocket,
    EndPoint endPoint,
    SocketConnectionContextFactory connections,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILogger<PluginListener> logger) : IConnectionListener
{
    /// <summary>How often the socket's name is looked at. One look costs a single system call.</summary>
    public static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What a connection may hold that is not read yet. The kernel gives less where it must; a large report then goes in fewer pieces,
    /// with a wait between two of them.
    /// </summary>
    private const int SendBufferSize = 4 << 20;

    /// <summary>The delay after a connection could not be accepted, say because no file descriptor is free.</summary>
    private static readonly TimeSpan AcceptRetryDelay = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _unbinding = new();
    private Task _watch = Task.CompletedTask;

    // Null before the listener is bound and once it is unbound.
    private volatile Socket? _listening;

    /// <inheritdoc/>
    public EndPoint EndPoint => endPoint;

    /// <summary>Publishes the socket, and begins to watch its name.</summary>
    /// <exception cref="PluginSocketException">The socket cannot be had.</exception>
    public async ValueTask BindAsync()
    {
        _listening = await pluginSocket.PublishAsync();
        logger.LogListening(pluginSocket.Path);
        _watch = WatchAsync(_unbinding.Token);
    }

    /// <inheritdoc/>
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
                // Closed under us: there is a new socket, or none any more.
            }
            catch (SocketException)
            {
                await Task.Delay(AcceptRetryDelay, timeProvider, cancellationToken);
            }
        }

        return null;
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
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
        string? complaint = null;
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    if (!await KeepNameAsync())
                        return;
                    complaint = null;
                }
                catch (Exception e) when (e is PluginSocketException or Win32Exception)
                {
                    // The same error is logged once.
                    if (complaint != e.Message)
                        logger.LogCannotPublish(pluginSocket.Path, complaint = e.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Does what the state of the socket's name asks for; false when the name is another instance's now.</summary>
    private async ValueTask<bool> KeepNameAsync()
    {
        switch (pluginSocket.Inspect())
        {
            case PluginSocketState.Replaced:
                logger.LogReplaced(pluginSocket.Path);
                lifetime.StopApplication();
                return false;

            case PluginSocketState.Missing or PluginSocketState.Obstructed:
                Listen(await pluginSocket.PublishAsync());
                logger.LogPublishedAnew(pluginSocket.Path);
                break;
        }

        return true;
    }
}
