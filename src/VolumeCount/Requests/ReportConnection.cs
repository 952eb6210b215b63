using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Sockets;

namespace VolumeCount.Requests;

/// <summary>
/// The hot path: answers the request that a probe sends every second straight from the rendered report, head and all, in one write
/// to the socket. Kestrel's HTTP would copy a large report into small blocks first. The first request of another kind hands the
/// connection over to it, for good.
/// </summary>
/// <param name="inventory">Knows the containers.</param>
/// <param name="renderer">Renders the report, once for all requests of a second.</param>
/// <param name="connections">Is told of each request.</param>
/// <param name="timeProvider">Tells when a connection has been silent for too long.</param>
internal sealed class ReportConnection(
    IContainerInventory inventory, ReportRenderer renderer, ConnectionLimit connections, TimeProvider timeProvider)
{
    /// <summary>
    /// After so many answers without a wait, which only somebody gets who asks in advance, the connection gives its thread to others.
    /// </summary>
    public const int MostAnswersInARow = 16;

    /// <summary>Serves a connection to its end.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="http">Serves it as Kestrel does.</param>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate http)
    {
        if (connection.Features.Get<IConnectionSocketFeature>() is not { } transport || await ServeProbeAsync(connection, transport.Socket))
            await http(connection);
    }

    /// <summary>Answers a probe until it leaves, is silent for too long, or is none; true if it is none.</summary>
    private async Task<bool> ServeProbeAsync(ConnectionContext connection, Socket socket)
    {
        var input = connection.Transport.Input;
        var answersInARow = 0;
        using var timeout = new CancellationTokenSource(PluginSocketServices.IdleTimeout, timeProvider);
        await using var closing = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested
            .UnsafeRegister(static input => ((PipeReader)input!).CancelPendingRead(), input) ?? default;
        try
        {
            while (true)
            {
                // As long for the request as for its answer: a shorter time than the last would wake the timer's thread.
                timeout.CancelAfter(PluginSocketServices.IdleTimeout);
                var reading = input.ReadAsync(timeout.Token);
                answersInARow = reading.IsCompleted ? answersInARow + 1 : 0;
                if (answersInARow == MostAnswersInARow)
                {
                    answersInARow = 0;
                    await Task.Yield();
                }

                var received = await reading;
                var length = ProbeRequest.Match(received.Buffer.FirstSpan);
                input.AdvanceTo(received.Buffer.GetPosition(length));
                if (length == 0)
                    return !received.IsCanceled && !received.Buffer.IsEmpty;

                connections.MarkRequest(connection.Items);
                timeout.CancelAfter(PluginSocketServices.IdleTimeout);
                using var report = renderer.Render(inventory.Current);
                for (var rest = report.Answer; !rest.IsEmpty;)
                {
                    var sending = socket.SendAsync(rest, SocketFlags.None, timeout.Token);
                    if (!sending.IsCompleted)
                        answersInARow = 0;
                    rest = rest[await sending..];
                }

                if (received.IsCanceled)
                    return false;
            }
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // It has left, or does not read: nothing that the next probe would notice.
            connection.Abort();
            return false;
        }
    }
}
