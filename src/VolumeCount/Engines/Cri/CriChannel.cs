using System.Net.Sockets;
using Grpc.Net.Client;

namespace VolumeCount.Engines.Cri;

/// <summary>Creates gRPC channels to a runtime on a unix socket.</summary>
internal static class CriChannel
{
    /// <summary>How long the runtime may take to accept a connection.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The size of the largest message: what runtimes send and the kubelet accepts at most.</summary>
    public const int MaxMessageBytes = 16 << 20;

    /// <summary>Creates a channel that connects at the first call, and anew after the runtime was restarted.</summary>
    public static GrpcChannel Create(string socketPath, TimeProvider timeProvider) => GrpcChannel.ForAddress(
        "http://localhost",
        new GrpcChannelOptions
        {
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxMessageBytes,
            ThrowOperationCanceledOnCancellation = true,
            HttpHandler = new SocketsHttpHandler
            {
                ActivityHeadersPropagator = null,
                ConnectCallback = (_, cancellationToken) => ConnectAsync(socketPath, timeProvider, cancellationToken),
                EnableMultipleHttp2Connections = false,
                UseCookies = false,
                UseProxy = false,
            },
        });

    private static async ValueTask<Stream> ConnectAsync(
        string socketPath, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using var deadline = new CancellationTokenSource(ConnectTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), either.Token);
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
}
