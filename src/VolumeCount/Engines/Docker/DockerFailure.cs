using System.Net.Sockets;
using System.Text.Json;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>Says in plain words why Docker could not be asked, and what helps.</summary>
internal static class DockerFailure
{
    private const string BrokeOff = "the connection broke off; see whether Docker was restarted, and its log if it was not";

    public static EngineUnavailableException Explain(Exception failure, Uri dockerHost)
    {
        if (failure is EngineUnavailableException already)
            return already;

        var cause = failure is JsonException ? failure : failure.GetBaseException();
        var message = cause switch
        {
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                "permission denied; run as root, or as a member of the group that owns the socket (usually 'docker')",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                "nothing listens there; see that Docker is running",
            // What the system says of a unix socket with more connections than wait to be accepted there.
            SocketException { SocketErrorCode: SocketError.WouldBlock } =>
                "too many connections wait there to be accepted; see whether Docker is overloaded or frozen",
            SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown } => BrokeOff,
            SocketException when dockerHost.Scheme == "unix" && !File.Exists(dockerHost.LocalPath) =>
                "the socket does not exist; see that Docker is running and, in a container, that its socket is mounted",
            JsonException => "it answered something that is not Docker's JSON",
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } or
                HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => "it answered something that is not HTTP",
            IOException => BrokeOff,
            _ => FirstLine(cause.Message),
        };
        return new EngineUnavailableException(message, failure) { HasAnswered = cause is JsonException or InvalidDataException };
    }

    /// <summary>The first line of what somebody wrote, in part if it is long, without what a terminal would obey.</summary>
    public static string FirstLine(string text)
    {
        const int Longest = 200;
        var line = string.Concat(text.Trim().TakeWhile(c => c is not '\n' and not '\r').Take(Longest).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return line.TrimEnd('.', ' ');
    }
}
