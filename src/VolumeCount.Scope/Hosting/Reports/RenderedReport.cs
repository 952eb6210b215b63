using System.Globalization;
using System.Text.Unicode;

namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>
/// The bytes of a report, shared by the requests of about a second. Each reader has a reference; when the last is disposed
/// of, the memory is used for another report.
/// </summary>
internal sealed class RenderedReport(Action<RenderedReport> free) : IDisposable
{
    private int _referenceCount;

    public ReportBuffer Buffer { get; } = new();

    public object? Source { get; private set; }

    /// <summary>The time of the rendering, as returned by <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public long Timestamp { get; private set; }

    /// <summary>The report, as Scope reads it.</summary>
    public ReadOnlyMemory<byte> Body => Buffer.Body;

    /// <summary>The whole response to a request for the report, as HTTP/1.1.</summary>
    public ReadOnlyMemory<byte> Response => Buffer.Response;

    /// <summary>Completes the report that is in the buffer. The caller has a reference from then on.</summary>
    public void Complete(object? source, TimeProvider timeProvider)
    {
        Source = source;
        Timestamp = timeProvider.GetTimestamp();

        Span<byte> head = stackalloc byte[256];
        Utf8.TryWrite(
            head,
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Length: {Buffer.Length}\r\n"
            + $"Content-Type: application/json\r\nDate: {timeProvider.GetUtcNow():R}\r\n\r\n",
            out var length);
        Buffer.Prepend(head[..length]);
        Volatile.Write(ref _referenceCount, 1);
    }

    /// <summary>
    /// Adds a reference; false if the last one was disposed of, because then the memory may already be used again.
    /// </summary>
    public bool TryAddReference()
    {
        for (var count = Volatile.Read(ref _referenceCount); count > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _referenceCount, count + 1, count);
            if (seen == count)
                return true;
            count = seen;
        }

        return false;
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref _referenceCount) == 0)
            free(this);
    }
}
