using System.Net.Sockets;
using System.Text.Json;
using VolumeCount.Inventory;
using VolumeCount.Scope.FileSystem;

namespace VolumeCount.Engines.Docker;

/// <summary>Explains why an engine could not be asked, and how to fix it.</summary>
internal static class DockerFailure
{
    private const string BrokeOff = "the connection broke off; see whether Docker was restarted, and its log if it was not";

    /// <summary>Turns any exception of a request into one with a human-readable message.</summary>
    public static EngineUnavailableException Explain(Exception failure, DockerAddress address)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is EngineUnavailableException already)
                return already;
        }

        var cause = failure is JsonException ? failure : failure.GetBaseException();
        var message = cause switch
        {
            _ when address.SocketPath is { } path && Directory.Exists(path) =>
                "the socket's path is a folder, which Docker creates for --volume where there is no socket; " +
                "remove the folder, start the engine, and mount its socket with --mount type=bind",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                "permission denied; run as root, or as a member of the group that owns the socket (usually 'docker')",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                "nothing listens there; see that Docker is running",
            // The error when more connections wait to be accepted than a unix socket allows.
            SocketException { SocketErrorCode: SocketError.WouldBlock } =>
                "too many connections wait there to be accepted; see whether Docker is overloaded or frozen",
            SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown } => BrokeOff,
            SocketException
            {
                SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain
                    or SocketError.NoData or SocketError.NoRecovery,
            } =>
                "its host name cannot be resolved; " +
                "see that the name is right and that a name service answers, or use an IP address",
            SocketException when IsMissing(address.SocketPath) && new FileInfo(address.SocketPath!).LinkTarget is not null =>
                "the socket's path is a link that leads nowhere, or in a circle; " +
                "see that Docker is running, or name the socket itself",
            SocketException when IsMissing(address.SocketPath) =>
                "the socket does not exist; see that Docker is running and, in a container, that its socket is mounted",
            ArgumentOutOfRangeException when address.SocketPath is not null =>
                "the socket's path is longer than a unix socket's may be",
            JsonException => "it answered something that is not Docker's JSON",
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded,
            }

            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
                "it answered something that is not HTTP",
            IOException => BrokeOff,
            _ => EngineText.FirstLine(cause.Message),
        };
        return new EngineUnavailableException(message, failure)
        {
            HasAnswered = cause is JsonException or InvalidDataException,
        };
    }

    private static bool IsMissing(string? path) => path is not null && !FileStatus.TryGet(path, followsLinks: true, out _);
}
