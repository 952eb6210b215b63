using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>
/// Asks for reports over one connection that is kept, one after the other. It does the same for every server, and as little
/// as can be: system calls, the length of the body, and nothing allocated.
/// </summary>
internal sealed class ProbeClient : IDisposable
{
    private const int BufferBytes = 256 * 1024;
    private const int PatienceMilliseconds = 10_000;

    private static readonly byte[] Request = "GET /report HTTP/1.1\r\nHost: plugin\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
    {
        ReceiveTimeout = PatienceMilliseconds,
    };

    private readonly byte[] _buffer = GC.AllocateArray<byte>(BufferBytes, pinned: true);

    /// <summary>Connects.</summary>
    public ProbeClient(string socketPath)
    {
        try
        {
            _socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <summary>Asks once, and reads the whole answer.</summary>
    /// <param name="body">Where the body goes, if anybody wants it.</param>
    /// <exception cref="BenchmarkException">
    /// The response is not a report, or does not have the length in its head.
    /// </exception>
    public Answer Ask(Stream? body = null)
    {
        var start = Stopwatch.GetTimestamp();
        Send();

        var read = 0;
        int bodyStart;
        do
        {
            read += Receive(_buffer.AsSpan(read));
            bodyStart = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) + 4;
        }
        while (bodyStart < 4);

        var length = Length(_buffer.AsSpan(0, bodyStart));
        body?.Write(_buffer, bodyStart, read - bodyStart);
        var rest = length - (read - bodyStart);
        while (rest > 0)
        {
            read = Receive(_buffer);
            body?.Write(_buffer, 0, read);
            rest -= read;
        }

        if (rest < 0)
            throw new BenchmarkException($"The body has {-rest} bytes more than the {length} that were announced.");
        return new(length, Stopwatch.GetTimestamp() - start);
    }

    public void Dispose() => _socket.Dispose();

    private void Send()
    {
        try
        {
            _socket.Send(Request);
        }
        catch (SocketException e)
        {
            throw new BenchmarkException($"The request cannot be sent: {e.Message}.");
        }
    }

    private int Receive(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _socket.Receive(buffer);
        }
        catch (SocketException e)
        {
            throw new BenchmarkException($"The answer breaks off: {e.Message}.");
        }

        return read > 0 ? read : throw new BenchmarkException("The answer breaks off: the connection was closed.");
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        if (!head.StartsWith("HTTP/1.1 200 "u8))
            throw new BenchmarkException($"The answer is not 200: {System.Text.Encoding.Latin1.GetString(head)}");

        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _)
            ? length
            : throw new BenchmarkException(
                $"The answer does not tell its length: {System.Text.Encoding.Latin1.GetString(head)}");
    }
}
