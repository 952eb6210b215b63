using System.Net;
using System.Net.Sockets;

namespace VolumeCount.Inventory.Docker;

/// <summary>Makes the HTTP client for an engine, on a unix socket or over TCP.</summary>
internal static class DockerHttp
{
    /// <summary>How long the engine may take to accept a connection.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    private const int MaxHeaderKilobytes = 64;
    private const int KeepAliveSeconds = 15;

    public static HttpClient Create(Uri dockerHost, TimeProvider timeProvider) => new(new SocketsHttpHandler
    {
        ConnectCallback = (context, cancellationToken) => ConnectAsync(
            dockerHost.Scheme == "unix" ? new UnixDomainSocketEndPoint(dockerHost.LocalPath) : context.DnsEndPoint,
            timeProvider,
            cancellationToken),
        // A connection for each call: there are few, and none then fails because the engine was restarted since the last one.
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        MaxResponseDrainSize = 0,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    })
    {
        BaseAddress = dockerHost.Scheme == "unix" ? new Uri("http://docker/") : new UriBuilder(dockerHost) { Scheme = "http" }.Uri,
        // Each call has a deadline of its own.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static async ValueTask<Stream> ConnectAsync(EndPoint endPoint, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var socket = endPoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : KeepAlive(new Socket(SocketType.Stream, ProtocolType.Tcp));
        using var deadline = new CancellationTokenSource(ConnectTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await socket.ConnectAsync(endPoint, either.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception e)
        {
            socket.Dispose();
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new TimeoutException($"it did not accept the connection within {ConnectTimeout.TotalSeconds} s");
            throw;
        }
    }

    /// <summary>Lets the system notice when the machine at the other end is gone: an event stream may be silent for days.</summary>
    private static Socket KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveSeconds);
        return socket;
    }
}
