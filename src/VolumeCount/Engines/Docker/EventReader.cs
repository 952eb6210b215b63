using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Text.Json;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>
/// Reads the events of containers from Docker's event stream: JSON objects, one in a line. An event holds the labels of its
/// container, which have no limit: of a large one no more than the beginning is kept.
/// </summary>
internal sealed class EventReader(Stream stream, bool isPodman)
{
    /// <summary>The number of bytes of one event that are kept. The needed part of an event precedes its labels.</summary>
    public const int MaxKeptBytes = 1 << 20;

    /// <summary>The size of the largest event.</summary>
    public const int MaxEventBytes = 1 << 26;

    private const int BufferBytes = 1 << 14;

    private readonly PipeReader _pipe =
        PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferBytes, leaveOpen: true));
    private long _skipped;

    /// <returns>The events in their order; null at the end of the stream.</returns>
    /// <exception cref="JsonException">The stream is not JSON.</exception>
    /// <exception cref="InvalidDataException">An event is larger than allowed.</exception>
    public async ValueTask<ImmutableArray<ContainerEvent>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await _pipe.ReadAsync(cancellationToken);
            var events = ImmutableArray.CreateBuilder<ContainerEvent>();
            var rest = Parse(read.Buffer, events);
            _pipe.AdvanceTo(rest.Start, rest.End);
            if (events.Count > 0)
                return events.DrainToImmutable();
            if (read.IsCompleted)
                return null;
        }
    }

    /// <summary>Takes the complete events, and returns the rest.</summary>
    private ReadOnlySequence<byte> Parse(ReadOnlySequence<byte> buffer, ImmutableArray<ContainerEvent>.Builder events)
    {
        var lines = new SequenceReader<byte>(buffer);
        while (lines.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            if (_skipped == 0 && !IsBlank(line))
                Take(line, isWhole: true, events);
            _skipped = 0;
        }

        var rest = lines.UnreadSequence;
        if (_skipped == 0)
        {
            if (rest.Length <= MaxKeptBytes)
                return rest;
            Take(rest, isWhole: false, events);
        }

        _skipped += rest.Length;
        return _skipped <= MaxEventBytes
            ? rest.Slice(rest.End)
            : throw new InvalidDataException($"it emitted an event of more than {MaxEventBytes >> 20} MiB");
    }

    private void Take(in ReadOnlySequence<byte> json, bool isWhole, ImmutableArray<ContainerEvent>.Builder events)
    {
        var reader = new Utf8JsonReader(json, isWhole, default);
        try
        {
            if (TryRead(ref reader, isWhole, out var happened))
                events.Add(happened);
        }
        catch (InvalidOperationException)
        {
            // A value of another type, or bad UTF-8, where the type, the action or the id should be.
            events.Add(new ContainerEvent(ContainerEventKind.Unreadable, ""));
        }
    }

    /// <summary>Reads only the needed part of an event.</summary>
    /// <returns>Whether it is an event of a container, or may be.</returns>
    private bool TryRead(ref Utf8JsonReader reader, bool isWhole, out ContainerEvent happened)
    {
        happened = new ContainerEvent(ContainerEventKind.Unreadable, "");
        ContainerEventKind? kind = null;
        var (isOfContainer, isInActor) = (false, false);
        string? id = null;
        if (reader.Read() && reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"{reader.TokenType} is where an event should be.");

        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;

            var isOfEvent = reader.CurrentDepth == 1;
            if (isOfEvent && reader.ValueTextEquals("Type"u8))
            {
                if (!reader.Read())
                    break;
                isOfContainer = reader.ValueTextEquals("container"u8);
                if (!isOfContainer)
                    return false;
            }
            else if (isOfEvent && reader.ValueTextEquals("Action"u8))
            {
                kind = reader.Read() ? KindOf(ref reader) : null;
            }
            else if (isOfEvent && reader.ValueTextEquals("Actor"u8))
            {
                isInActor = true;
            }
            else if (isInActor && reader.CurrentDepth == 2 && reader.ValueTextEquals("ID"u8))
            {
                id = reader.Read() ? reader.GetString() : null;
            }
            else if (!reader.Read() || !reader.TrySkip())
            {
                break;
            }

            if (isOfContainer && kind is { } known && id is { Length: > 0 })
            {
                happened = new ContainerEvent(known, id);
                return true;
            }
        }

        return !isWhole;
    }

    private static bool IsBlank(in ReadOnlySequence<byte> line)
    {
        var reader = new SequenceReader<byte>(line);
        reader.AdvancePastAny(" \t\r"u8);
        return reader.End;
    }

    private ContainerEventKind KindOf(ref Utf8JsonReader reader)
    {
        // Podman calls this event "remove", and adds mounts to a container when it starts.
        if (reader.ValueTextEquals("destroy"u8) || reader.ValueTextEquals("remove"u8))
            return ContainerEventKind.Removed;
        return reader.ValueTextEquals("create"u8)
            || reader.ValueTextEquals("rename"u8)
            || (isPodman && reader.ValueTextEquals("start"u8))
            ? ContainerEventKind.Changed
            : ContainerEventKind.Seen;
    }
}
