using System.Buffers;

namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>
/// Memory for a report, with space before it for the head of an HTTP response, so that both are contiguous.
/// </summary>
internal sealed class ReportBuffer : IBufferWriter<byte>
{
    private const int MaxHeadLength = 256;

    private byte[] _bytes = new byte[MaxHeadLength + 4096];
    private int _start = MaxHeadLength;
    private int _end = MaxHeadLength;

    /// <summary>The size of the report, in bytes.</summary>
    public int Length => _end - MaxHeadLength;

    public ReadOnlyMemory<byte> Body => _bytes.AsMemory(MaxHeadLength, Length);

    /// <summary>The head that was put before the report, and the report.</summary>
    public ReadOnlyMemory<byte> Response => _bytes.AsMemory(_start, _end - _start);

    public void Clear() => _start = _end = MaxHeadLength;

    public void Prepend(ReadOnlySpan<byte> head)
    {
        _start = MaxHeadLength - head.Length;
        head.CopyTo(_bytes.AsSpan(_start));
    }

    public void Advance(int count) => _end += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureCapacity(sizeHint);
        return _bytes.AsMemory(_end);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureCapacity(sizeHint);
        return _bytes.AsSpan(_end);
    }

    private void EnsureCapacity(int size)
    {
        var needed = _end + Math.Max(size, 1);
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length + (_bytes.Length / 2)));
    }
}
