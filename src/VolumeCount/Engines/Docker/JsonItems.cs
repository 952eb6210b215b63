using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace VolumeCount.Engines.Docker;

/// <summary>
/// Reads the items of a JSON array from a stream, one after the other, and holds no more of the stream in memory than the
/// current item. The source of the stream is not trusted: an item above the limit is skipped.
/// </summary>
/// <remarks>
/// The serializer's own reading of a stream limits neither an item nor a string: a string without an end fills the memory.
/// </remarks>
internal sealed class JsonItems(Stream stream, int maxItemBytes, long maxBytes)
{
    private const int BufferBytes = 1 << 16;

    private readonly PipeReader _pipe =
        PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferBytes, leaveOpen: true));
    private JsonReaderState _state;
    private bool _isPassingOver;
    private bool _hasEnded;

    /// <summary>Reads the array to its end.</summary>
    /// <exception cref="JsonException">The stream is not a JSON array.</exception>
    /// <exception cref="InvalidDataException">The stream is larger than allowed.</exception>
    public async Task ReadAsync(JsonItemHandler take, CancellationToken cancellationToken)
    {
        var atLeast = 1;
        for (var bytes = 0L; !_hasEnded;)
        {
            var read = await _pipe.ReadAtLeastAsync(atLeast, cancellationToken);
            var rest = read.Buffer.Slice(Parse(read.Buffer, take));
            bytes += read.Buffer.Length - rest.Length;
            if (bytes + rest.Length > maxBytes)
                throw new InvalidDataException($"it answered with more than {maxBytes >> 20} MiB");
            if (rest.Length > maxItemBytes)
                throw new InvalidDataException($"it answered with a value of more than {maxItemBytes >> 20} MiB");

            _pipe.AdvanceTo(rest.Start, rest.End);
            // An incomplete item is parsed again only after twice as many bytes have arrived.
            atLeast = (int)Math.Min(2 * rest.Length, maxItemBytes) + 1;
            if (read.IsCompleted && !_hasEnded)
                throw new JsonException("The JSON ends too early.");
        }

        await _pipe.CompleteAsync();
    }

    /// <summary>Handles the complete items, and returns the position of the rest.</summary>
    private long Parse(ReadOnlySequence<byte> buffer, JsonItemHandler take)
    {
        var reader = new Utf8JsonReader(buffer, isFinalBlock: false, _state);
        while (true)
        {
            var before = reader;
            if (_hasEnded || !reader.Read())
                return Keep(before);

            if (_isPassingOver)
            {
                // The end of the item is a token at the depth of the items.
                _isPassingOver = reader.CurrentDepth > 1;
                continue;
            }

            if (reader.CurrentDepth == 0)
            {
                if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.EndArray))
                    throw new JsonException($"{reader.TokenType} is where an array should be.");
                _hasEnded = reader.TokenType == JsonTokenType.EndArray;
                continue;
            }

            var item = reader;
            if (reader.TrySkip())
            {
                take(ref item, isWhole: true);
                continue;
            }

            if (buffer.Length - before.BytesConsumed <= maxItemBytes)
                return Keep(before);

            reader = item;
            _isPassingOver = true;
            take(ref item, isWhole: false);
        }

        long Keep(in Utf8JsonReader position)
        {
            _state = position.CurrentState;
            return position.BytesConsumed;
        }
    }
}
