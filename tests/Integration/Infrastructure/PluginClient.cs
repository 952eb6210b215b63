using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>One connection to a plugin's socket, on which requests are written byte for byte.</summary>
internal sealed class PluginClient : IDisposable
{
    /// <summary>What Scope's probe sends, second after second, on one connection.</summary>
    public const string ProbeRequest =
        "GET /report?api_version=1&probe_id=6f9a1c5e2b HTTP/1.1\r\n" +
        "Host: plugin\r\nUser-Agent: Go-http-client/1.1\r\nAccept-Encoding: gzip\r\n\r\n";

    // Longer than anything that a test waits for: a plugin that never answers fails the test, and does not hold it up.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <exception cref="SocketException">No process listens.</exception>
    public PluginClient(string socketPath) => _socket.Connect(new UnixDomainSocketEndPoint(socketPath));

    /// <summary>Asks for the report as the probe does, on a connection of its own, and returns the body.</summary>
    public static async Task<JsonNode> ReportAsync(string socketPath)
    {
        using var client = new PluginClient(socketPath);
        await client.SendAsync(ProbeRequest);
        var response = await client.ReceiveAsync();
        Assert.Equal(200, response.StatusCode);
        return response.Json;
    }

    /// <summary>The counts that a plugin reports, by container id.</summary>
    public static async Task<Dictionary<string, string>> CountsAsync(string socketPath) =>
        (await TimedCountsAsync(socketPath)).ToDictionary(count => count.Key, count => count.Value.Count);

    /// <summary>The same, each with its timestamp.</summary>
    public static async Task<Dictionary<string, (string Count, DateTimeOffset Time)>> TimedCountsAsync(string socketPath)
    {
        var report = await ReportAsync(socketPath);
        return report["Container"]!["nodes"]!.AsObject().ToDictionary(
            node => node.Key.EndsWith(";<container>", StringComparison.Ordinal)
                ? node.Key[..^";<container>".Length]
                : node.Key,
            node =>
            {
                var count = node.Value!["latest"]!["volume_count"]!;
                return (count["value"]!.GetValue<string>(), count["timestamp"]!.GetValue<DateTimeOffset>());
            });
    }

    public Task SendAsync(string request) =>
        _socket.SendAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken).AsTask().WaitAsync(
            Deadline);

    /// <summary>Reads one response to its announced end; fails when it ends before.</summary>
    public async Task<PluginResponse> ReceiveAsync()
    {
        var received = new List<byte>();
        var headEnd = -1;
        while (headEnd < 0)
        {
            await ReceiveSomeAsync(received);
            headEnd = received.ToArray().AsSpan().IndexOf("\r\n\r\n"u8);
        }

        var head = Encoding.ASCII.GetString([.. received[..headEnd]]).Split("\r\n");
        var headers = head[1..].Select(line => line.Split(": ", 2)).ToDictionary(
            header => header[0], header => header[1], StringComparer.OrdinalIgnoreCase);
        var statusCode = int.Parse(head[0].Split(' ')[1], provider: null);
        var bodyStart = headEnd + 4;
        var bodyEnd = bodyStart + int.Parse(headers["Content-Length"], provider: null);
        while (received.Count < bodyEnd)
            await ReceiveSomeAsync(received);

        Assert.Equal(bodyEnd, received.Count);
        return new PluginResponse(statusCode, headers, [.. received[bodyStart..]]);
    }

    /// <summary>Waits until a response begins to come in, and leaves it unread.</summary>
    public Task WaitForDataAsync() =>
        _socket.ReceiveAsync(Memory<byte>.Empty, TestContext.Current.CancellationToken).AsTask().WaitAsync(Deadline);

    /// <summary>True when the other side has closed the connection and nothing is left to read.</summary>
    public async Task<bool> IsAtEndAsync() => await ReceiveAsync(new byte[1]) == 0;

    /// <summary>Sends no more, and goes on to receive.</summary>
    public void CloseSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Reads until the other side closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var received = new List<byte>();
        var buffer = new byte[1 << 16];
        while (await ReceiveAsync(buffer) is > 0 and var length)
            received.AddRange(buffer.AsSpan(0, length));
        return Encoding.ASCII.GetString([.. received]);
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Receives something, or 0 bytes at the end of the connection.</summary>
    private async Task<int> ReceiveAsync(byte[] buffer)
    {
        try
        {
            return await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(Deadline);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            // A connection is closed with a reset when the other side had bytes left to read.
            return 0;
        }
    }

    private async Task ReceiveSomeAsync(List<byte> received)
    {
        var buffer = new byte[1 << 16];
        var length = await ReceiveAsync(buffer);
        Assert.True(length > 0, $"The connection ended after {received.Count} bytes, in the middle of a response");
        received.AddRange(buffer.AsSpan(0, length));
    }
}
