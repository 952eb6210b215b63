using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Scope.Hosting.Http;

/// <summary>
/// The hot path: sends the rendered report with its HTTP head in one write to the socket, in response to the request that a
/// probe sends every second. Kestrel's HTTP would copy a large report into small blocks first. From the first request of
/// another kind on, Kestrel serves the connection.
/// </summary>
internal sealed class ReportConnection(IReportRenderer renderer, TimeProvider timeProvider)
{
    /// <summary>
    /// The number of responses without a wait, to a client that pipelines its requests, after which the connection yields
    /// its thread.
    /// </summary>
    public const int MaxResponsesInARow = 16;

    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate http)
    {
        if (connection.Features.Get<IConnectionSocketFeature>() is not { } transport
            || await ServeProbeAsync(connection, transport.Socket))
        {
            await http(connection);
        }
    }

    /// <summary>
    /// Serves a probe until it disconnects or is idle for too long. Returns true if it received another request than a
    /// probe's.
    /// </summary>
    private async Task<bool> ServeProbeAsync(ConnectionContext connection, Socket socket)
    {
        var input = connection.Transport.Input;
        var responsesInARow = 0;
        using var timeout = new CancellationTokenSource(HttpServices.IdleTimeout, timeProvider);
        await using var closing = connection.Features.Get<IConnectionLifetimeNotificationFeature>()
            ?.ConnectionClosedRequested
            .UnsafeRegister(static input => ((PipeReader)input!).CancelPendingRead(), input) ?? default;
        try
        {
            while (true)
            {
                // The same time for the request as for its response: a time-out shorter than the last would wake the timer's
                // thread.
                timeout.CancelAfter(HttpServices.IdleTimeout);
                var reading = input.ReadAsync(timeout.Token);
                responsesInARow = reading.IsCompleted ? responsesInARow + 1 : 0;
                if (responsesInARow == MaxResponsesInARow)
                {
                    responsesInARow = 0;
                    await Task.Yield();
                }

                var received = await reading;
                var length = ProbeRequest.Match(received.Buffer.FirstSpan);
                input.AdvanceTo(received.Buffer.GetPosition(length));
                if (length == 0)
                    return !received.IsCanceled && !received.Buffer.IsEmpty;

                timeout.CancelAfter(HttpServices.IdleTimeout);
                using var report = renderer.Render();
                for (var rest = report.Response; !rest.IsEmpty;)
                {
                    var sending = socket.SendAsync(rest, SocketFlags.None, timeout.Token);
                    if (!sending.IsCompleted)
                        responsesInARow = 0;
                    rest = rest[await sending..];
                }

                if (received.IsCanceled)
                    return false;
            }
        }
        catch (Exception e) when (
            e is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has disconnected or does not read.
            connection.Abort();
            return false;
        }
    }
}
