using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>
/// Accepts connections on the plugin's socket, and watches over its name: when another instance takes the name over, the
/// plugin stops; when somebody deletes it, the plugin publishes a new socket and goes on.
/// </summary>
internal sealed class PluginListener : IConnectionListener
{
    /// <summary>How often the socket's name is looked at. One look costs a single system call.</summary>
    public static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What a connection may hold that is not read yet. The kernel gives less where it must; a large report then goes in fewer pieces,
    /// with a wait between two of them.
    /// </summary>
    private const int SendBufferSize = 4 << 20;

    /// <summary>The pause after a connection could not be accepted, say for want of file descriptors.</summary>
    private static readonly TimeSpan AcceptRetryDelay = TimeSpan.FromMilliseconds(100);

    private readonly PluginSocket _pluginSocket;
    private readonly SocketConnectionContextFactory _connections;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<PluginListener> _logger;
    private readonly CancellationTokenSource _unbinding = new();
    private readonly Task _watch;

    // Null once the listener is unbound.
    private volatile Socket? _listening;

    public PluginListener(
        PluginSocket pluginSocket,
        EndPoint endPoint,
        SocketConnectionContextFactory connections,
        IHostApplicationLifetime lifetime,
        TimeProvider timeProvider,
        ILogger<PluginListener> logger)
    {
        _pluginSocket = pluginSocket;
        _connections = connections;
        _lifetime = lifetime;
        _timeProvider = timeProvider;
        _logger = logger;
        EndPoint = endPoint;

        _listening = pluginSocket.Publish();
        _logger.LogListening(pluginSocket.Path);
        _watch = WatchAsync(_unbinding.Token);
    }

    /// <inheritdoc/>
    public EndPoint EndPoint { get; }

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
                await Task.Delay(AcceptRetryDelay, _timeProvider, cancellationToken);
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
            _pluginSocket.Remove();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            _logger.LogNotRemoved(_pluginSocket.Path, e.Message);
        }

        Listen(null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await UnbindAsync();
        _connections.Dispose();
        _unbinding.Dispose();
    }

    private ConnectionContext Connect(Socket accepted)
    {
        try
        {
            accepted.SendBufferSize = SendBufferSize;
            return _connections.Create(accepted);
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
        using var timer = new PeriodicTimer(WatchInterval, _timeProvider);
        string? complaint = null;
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    if (!KeepName())
                        return;
                    complaint = null;
                }
                catch (Exception e) when (e is PluginSocketException or Win32Exception)
                {
                    // The same trouble at each look is told once.
                    if (complaint != e.Message)
                        _logger.LogCannotPublish(_pluginSocket.Path, complaint = e.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Does what the state of the socket's name asks for; false when the name is another instance's now.</summary>
    private bool KeepName()
    {
        switch (_pluginSocket.Inspect())
        {
            case PluginSocketState.Replaced:
                _logger.LogReplaced(_pluginSocket.Path);
                _lifetime.StopApplication();
                return false;

            case PluginSocketState.Missing or PluginSocketState.Obstructed:
                Listen(_pluginSocket.Publish());
                _logger.LogPublishedAnew(_pluginSocket.Path);
                break;
        }

        return true;
    }
}
