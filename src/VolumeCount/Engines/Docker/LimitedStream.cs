namespace VolumeCount.Engines.Docker;

/// <summary>A stream that fails where it is larger than allowed. A byte order mark at its beginning is left out.</summary>
internal sealed class LimitedStream(Stream stream, SizeLimit limit) : Stream
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    // What came in while it was not yet clear whether it is the mark.
    private readonly byte[] _begin = new byte[ByteOrderMark.Length];
    private bool _hasBegun;
    private Memory<byte> _ahead;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_hasBegun)
        {
            _ahead = await BeginAsync(cancellationToken);
            _hasBegun = true;
        }

        if (_ahead.IsEmpty)
            return Taken(await stream.ReadAsync(buffer, cancellationToken));

        var count = Math.Min(_ahead.Length, buffer.Length);
        _ahead[..count].CopyTo(buffer);
        _ahead = _ahead[count..];
        return Taken(count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Reads for as long as it may be the mark, and returns what is none.</summary>
    private async ValueTask<Memory<byte>> BeginAsync(CancellationToken cancellationToken)
    {
        for (var length = 0; length < _begin.Length;)
        {
            var count = await stream.ReadAsync(_begin.AsMemory(length, 1), cancellationToken);
            length += count;
            if (count == 0 || _begin[length - 1] != ByteOrderMark[length - 1])
                return _begin.AsMemory(0, length);
        }

        return default;
    }

    private int Taken(int count)
    {
        limit.Take(count);
        return count;
    }
}
