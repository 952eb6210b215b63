using System.Text.Json;

namespace VolumeCount.Inventory.Docker;

/// <summary>The events of an engine, as they come over one connection.</summary>
internal sealed class EventStream(Uri dockerHost, HttpResponseMessage response, Stream stream) : IEventStream
{
    /// <summary>The size of the largest event. It holds the labels of its container, and those are Docker's metadata, not data.</summary>
    public const int MaxEventBytes = 1 << 18;

    private readonly JsonObjectReader<EngineEvent> _events = new(
        stream, EngineJson.Default.EngineEvent, inArray: false, MaxEventBytes, maxBytes: long.MaxValue);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ContainerEvent>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var events = await _events.ReadAsync(cancellationToken);
            return events.Count > 0
                ? [.. events.Select(engineEvent => engineEvent.ToContainerEvent()).OfType<ContainerEvent>()]
                : throw new DockerUnavailableException("it ended the event stream");
        }
        catch (JsonException e)
        {
            throw new DockerUnavailableException("its event stream is not Docker's JSON", e);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw DockerFailure.Explain(e, dockerHost);
        }
    }

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        await stream.DisposeAsync();
    }
}
