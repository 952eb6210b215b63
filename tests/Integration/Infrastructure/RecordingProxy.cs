using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>Stands between a client and an engine's socket, passes every byte on, and keeps what the client sends.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _engineSocket;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<MemoryStream> _sent = new();
    private readonly Task _accepting;

    public RecordingProxy(string engineSocket)
    {
        _engineSocket = engineSocket;
        _listener.Bind(new UnixDomainSocketEndPoint(_folder.Combine("docker.sock")));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    public string Host => $"unix://{_folder.Combine("docker.sock")}";

    /// <summary>The first lines of all requests. None of them has a body, or else a line here is part of one.</summary>
    public string[] RequestLines()
    {
        var texts = _sent.Select(sent =>
        {
            lock (sent)
                return Encoding.ASCII.GetString(sent.ToArray());
        });
        return
        [
            .. texts
                .SelectMany(text => text.Split("\r\n\r\n", StringSplitOptions.RemoveEmptyEntries))
                .Select(head => head.Split("\r\n")[0]),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
        _folder.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(PassOnAsync(await _listener.AcceptAsync(_ending.Token)));
        }
        finally
        {
            await Task.WhenAll(connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PassOnAsync(Socket client)
    {
        using (client)
        using (var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            await engine.ConnectAsync(new UnixDomainSocketEndPoint(_engineSocket), _ending.Token);
            var sent = new MemoryStream();
            _sent.Enqueue(sent);
            await Task.WhenAny(CopyAsync(client, engine, sent), CopyAsync(engine, client, null));
        }
    }

    private async Task CopyAsync(Socket from, Socket to, MemoryStream? record)
    {
        var buffer = new byte[1 << 16];
        while (await from.ReceiveAsync(buffer, _ending.Token) is > 0 and var length)
        {
            if (record is not null)
            {
                lock (record)
                    record.Write(buffer, 0, length);
            }

            await to.SendAsync(buffer.AsMemory(0, length), _ending.Token);
        }
    }
}
