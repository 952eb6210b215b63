using System.Net;
using System.Net.Sockets;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>Creates the HTTP client that asks an engine.</summary>
internal static class DockerHttp
{
    /// <summary>How long the engine may take to accept a connection.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    private const int MaxHeaderKilobytes = 64;
    private const int KeepAliveSeconds = 15;

    public static HttpClient Create(DockerAddress address, TimeProvider timeProvider)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = (context, cancellationToken) => ConnectAsync(
                address.SocketPath is { } path ? new UnixDomainSocketEndPoint(path) : context.DnsEndPoint,
                timeProvider,
                cancellationToken),
            // A connection for each request: there are few, and none then fails because the engine was restarted since the
            // last one.
            PooledConnectionLifetime = TimeSpan.Zero,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            MaxResponseDrainSize = 0,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        };
        // Each request has a deadline of its own.
        return new HttpClient(handler) { BaseAddress = address.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
    }

    private static async ValueTask<Stream> ConnectAsync(
        EndPoint endPoint, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var socket = endPoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : KeepAlive(new Socket(SocketType.Stream, ProtocolType.Tcp));
        try
        {
            return await Deadline.RunAsync(
                ConnectTimeout,
                timeProvider,
                async token =>
                {
                    await socket.ConnectAsync(endPoint, token);
                    return new NetworkStream(socket, ownsSocket: true);
                },
                cancellationToken,
                "it did not accept the connection");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Lets the system notice that the engine's machine is no longer reachable: an event stream may be silent for days.
    /// </summary>
    private static Socket KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveSeconds);
        return socket;
    }
}
