using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace VolumeCount.Tests.Unit.Contract;

/// <summary>A plugin that answers each request byte for byte as the test tells it to.</summary>
internal sealed class RawPlugin : IAsyncDisposable
{
    private readonly Socket _listening = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentBag<Task> _tasks = [];
    private readonly Func<NetworkStream, CancellationToken, Task<bool>> _answer;
    private int _count;

    private RawPlugin(string socketPath, Func<NetworkStream, CancellationToken, Task<bool>> answer)
    {
        SocketPath = socketPath;
        _answer = answer;
        _listening.Bind(new UnixDomainSocketEndPoint(socketPath));
        _listening.Listen();
        _tasks.Add(AcceptAsync());
    }

    public string SocketPath { get; }

    /// <summary>The heads of the requests that came in.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>How many connections came in.</summary>
    public int Connections => Volatile.Read(ref _count);

    /// <summary>Starts a plugin whose answers are whatever the function writes. It closes the connection on false.</summary>
    public static RawPlugin Start(string socketPath, Func<NetworkStream, CancellationToken, Task<bool>> answer) =>
        new(socketPath, answer);

    /// <summary>Starts a plugin that always answers with the same bytes.</summary>
    public static RawPlugin Start(string socketPath, byte[] answer) => Start(socketPath, async (stream, cancellationToken) =>
    {
        await stream.WriteAsync(answer, cancellationToken);
        return true;
    });

    /// <summary>Starts a plugin that always answers with the same report.</summary>
    public static RawPlugin Start(string socketPath, string report) =>
        Start(socketPath, Http(Encoding.UTF8.GetBytes(report)));

    /// <summary>An answer of HTTP/1.1.</summary>
    public static byte[] Http(byte[] body, string status = "200 OK", string headers = "") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listening.Dispose();
        foreach (var task in _tasks)
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var connection = await _listening.AcceptAsync(_ending.Token);
            Interlocked.Increment(ref _count);
            _tasks.Add(ServeAsync(connection));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        do
        {
            var head = new List<string>();
            while (await reader.ReadLineAsync(_ending.Token) is { Length: > 0 } line)
                head.Add(line);
            if (head.Count == 0)
                return;
            _requests.Enqueue(string.Join('\n', head));
        }
        while (await _answer(stream, _ending.Token));
    }
}
