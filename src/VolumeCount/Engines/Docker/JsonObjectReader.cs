using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VolumeCount.Engines.Docker;

/// <summary>
/// Reads the objects of a JSON array one by one from a stream, and holds no more of it in memory than the object that is coming
/// in. Whoever writes the stream may not be trusted.
/// </summary>
/// <remarks>
/// The serializer's own reading of a stream bounds neither an object nor a string: a line without an end fills the memory.
/// </remarks>
/// <param name="stream">What is read. Disposing of it is not the reader's business.</param>
/// <param name="type">What an object is.</param>
/// <param name="maxObjectBytes">The size of the largest object.</param>
/// <param name="maxBytes">The size of the largest stream.</param>
internal sealed class JsonObjectReader<T>(Stream stream, JsonTypeInfo<T> type, int maxObjectBytes, long maxBytes) : IDisposable
{
    private const int BufferBytes = 1 << 14;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly PipeReader _pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferBytes, leaveOpen: true));
    private JsonReaderState _state;
    private long _bytes;
    private bool _hasBegun;
    private bool _hasEnded;

    /// <summary>Waits for more of the stream, and returns the objects that are complete; none at the end of it.</summary>
    /// <exception cref="JsonException">It is not JSON of the expected form, or ends too early.</exception>
    /// <exception cref="InvalidDataException">It is larger than allowed.</exception>
    /// <exception cref="IOException">The stream broke off.</exception>
    public async ValueTask<IReadOnlyList<T>> ReadAsync(CancellationToken cancellationToken)
    {
        while (!_hasEnded)
        {
            var read = await _pipe.ReadAsync(cancellationToken);
            var objects = new List<T>();
            var rest = read.Buffer;
            if (_hasBegun || SkipByteOrderMark(ref rest, read.IsCompleted))
                Parse(ref rest, objects);

            _bytes += read.Buffer.Length - rest.Length;
            if (rest.Length > maxObjectBytes)
                throw new InvalidDataException($"it answered with an object of more than {maxObjectBytes >> 10} KiB");
            if (_bytes + rest.Length > maxBytes)
                throw new InvalidDataException($"it answered with more than {maxBytes >> 20} MiB");

            _pipe.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted && !_hasEnded)
                throw new JsonException("The JSON ends too early.");
            if (objects.Count > 0)
                return objects;
        }

        return [];
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose() => _pipe.Complete();

    /// <summary>False while too little has come in to tell.</summary>
    private bool SkipByteOrderMark(ref ReadOnlySequence<byte> buffer, bool isComplete)
    {
        if (buffer.Length < ByteOrderMark.Length && !isComplete)
            return false;

        _hasBegun = true;
        if (buffer.Length >= ByteOrderMark.Length && buffer.Slice(0, ByteOrderMark.Length).ToArray().AsSpan().SequenceEqual(ByteOrderMark))
            buffer = buffer.Slice(ByteOrderMark.Length);
        return true;
    }

    /// <summary>Takes what is complete off the buffer.</summary>
    private void Parse(ref ReadOnlySequence<byte> buffer, List<T> objects)
    {
        SkipWhitespace(ref buffer);
        var reader = new Utf8JsonReader(buffer, isFinalBlock: false, _state);
        var start = buffer;
        while (!_hasEnded && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when reader.CurrentDepth == 1:
                    var ahead = reader;
                    if (!ahead.TrySkip())
                        return;
                    objects.Add(JsonSerializer.Deserialize(ref reader, type)!);
                    break;

                case JsonTokenType.StartArray when reader.CurrentDepth == 0:
                    break;

                case JsonTokenType.EndArray when reader.CurrentDepth == 0:
                    _hasEnded = true;
                    break;

                default:
                    throw new JsonException($"{reader.TokenType} is where an object should be.");
            }

            _state = reader.CurrentState;
            buffer = start.Slice(reader.BytesConsumed);
            SkipWhitespace(ref buffer);
        }
    }

    private static void SkipWhitespace(ref ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        reader.AdvancePastAny(" \t\r\n"u8);
        buffer = buffer.Slice(reader.Position);
    }
}
