using System.Net.Sockets;
using Grpc.Core;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Cri;

/// <summary>Explains why a call to a runtime failed, and how to fix it.</summary>
internal static class CriFailure
{
    private const string Interrupted =
        "the connection broke off; see whether the runtime was restarted, and its log if it was not";

    /// <summary>Explains a failed call.</summary>
    public static EngineUnavailableException Explain(Exception failure, string socketPath)
    {
        var cause = failure is RpcException { Status.DebugException: { } inner } ? inner.GetBaseException() : failure;
        var message = cause switch
        {
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                "permission denied; run as root, or as a member of the group that owns the socket",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } when Directory.Exists(socketPath) =>
                "it is a folder and not a socket; remove it, and mount the socket's folder instead",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                "nothing listens there; see that the runtime is running",
            SocketException { SocketErrorCode: SocketError.WouldBlock } =>
                "too many connections wait there to be accepted; see whether the runtime is overloaded or frozen",
            SocketException when !Path.Exists(socketPath) =>
                "the socket does not exist; see that the runtime is running and, in a container, that its folder is mounted",
            SocketException or HttpRequestException or IOException or OperationCanceledException => Interrupted,
            RpcException { StatusCode: StatusCode.Unimplemented } =>
                "it does not serve runtime.v1.RuntimeService; see that its CRI plugin is enabled",
            RpcException { StatusCode: StatusCode.ResourceExhausted } rpc =>
                $"it sent too much: {EngineText.FirstLine(rpc.Status.Detail)}",
            RpcException rpc => $"it answered {rpc.StatusCode}: {EngineText.FirstLine(rpc.Status.Detail)}",
            _ => EngineText.FirstLine(cause.Message),
        };
        return new EngineUnavailableException(message, failure)
        {
            HasAnswered = cause is RpcException { StatusCode: not StatusCode.Unavailable } or InvalidDataException,
        };
    }
}
