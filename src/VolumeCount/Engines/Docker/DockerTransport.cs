using System.Net;
using System.Net.Sockets;
using Docker.DotNet;
using Docker.DotNet.Handler.Abstractions;
using Docker.DotNet.NativeHttp;

namespace VolumeCount.Engines.Docker;

/// <summary>Gives Docker.DotNet its own transport over .NET's HTTP client, on a unix socket or over TCP, behind our guard.</summary>
/// <remarks>Not its transport for unix sockets: that takes a header line of any length into memory.</remarks>
internal sealed class DockerTransport(TimeProvider timeProvider) : IDockerHandlerFactory<EngineGuard>
{
    /// <summary>How long the engine may take to accept a connection.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    private const int MaxHeaderKilobytes = 64;
    private const int KeepAliveSeconds = 15;

    /// <summary>Makes a client whose every call goes through the guard. Disposing of it disposes of the guard.</summary>
    public static DockerClient Connect(Uri dockerHost, TimeProvider timeProvider, EngineGuard guard) => new DockerClientBuilder()
        .WithEndpoint(dockerHost)
        // Each call has a deadline of its own.
        .WithTimeout(Timeout.InfiniteTimeSpan)
        .WithTransportOptions(new DockerTransport(timeProvider), guard)
        .Build();

    /// <summary>Where requests go. The name in it means nothing on a unix socket.</summary>
    public static Uri EndpointOf(Uri dockerHost) =>
        dockerHost.Scheme == "unix" ? new Uri("http://docker/") : new UriBuilder(dockerHost) { Scheme = "http" }.Uri;

    /// <inheritdoc/>
    public ResolvedTransport CreateHandler(EngineGuard transportOptions, ResolvedClientOptions clientOptions, ILogger logger)
    {
        var dockerHost = clientOptions.Endpoint;
        var options = new NativeHttpTransportOptions { ConfigureHandler = handler => Configure(handler, dockerHost) };
        var transport = DockerHandlerFactory.Instance.CreateHandler(
            options, clientOptions with { Endpoint = EndpointOf(dockerHost) }, logger);
        transportOptions.InnerHandler = transport.Handler;
        return transport with { Handler = transportOptions };
    }

    /// <inheritdoc/>
    public ResolvedTransport CreateHandler(ResolvedClientOptions clientOptions, ILogger logger) =>
        throw new NotSupportedException("A transport without a guard is none of ours.");

    /// <inheritdoc/>
    public Task<WriteClosableStream> HijackStreamAsync(HttpContent content) =>
        throw new NotSupportedException("Nothing is ever written to the engine.");

    private void Configure(SocketsHttpHandler handler, Uri dockerHost)
    {
        handler.ConnectCallback = (context, cancellationToken) => ConnectAsync(
            dockerHost.Scheme == "unix" ? new UnixDomainSocketEndPoint(dockerHost.LocalPath) : context.DnsEndPoint,
            cancellationToken);
        // A connection for each call: there are few, and none then fails because the engine was restarted since the last one.
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        handler.MaxResponseHeadersLength = MaxHeaderKilobytes;
        handler.MaxResponseDrainSize = 0;
        handler.AllowAutoRedirect = false;
        handler.UseProxy = false;
        handler.UseCookies = false;
        handler.ActivityHeadersPropagator = null;
    }

    private async ValueTask<Stream> ConnectAsync(EndPoint endPoint, CancellationToken cancellationToken)
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
