using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Docker.DotNet;
using Docker.DotNet.Models;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>The events of an engine, as they come over one connection.</summary>
internal sealed class EventStream : IAsyncDisposable, IProgress<Message>
{
    /// <summary>The size of the largest event. It holds the labels of its container, and those are Docker's metadata, not data.</summary>
    public const int MaxEventBytes = 1 << 18;

    /// <summary>As many events as may wait to be read. A removal of 10,000 containers at once is a burst, not a fault.</summary>
    public const int MaxWaiting = 1 << 15;

    /// <summary>
    /// From how long before the subscription events are told again, as far as the engine has kept them. Docker answers before it
    /// subscribes, and what happens between that and the list of all would be in neither; and its clock may be another one than ours.
    /// </summary>
    public static readonly TimeSpan Replay = TimeSpan.FromSeconds(5);

    private readonly Uri _dockerHost;
    private readonly DockerClient _client;
    private readonly SizeLimit _limit = new(MaxEventBytes, $"it answered with an object of more than {MaxEventBytes >> 10} KiB");
    private readonly Channel<ContainerEvent> _events = Channel.CreateBounded<ContainerEvent>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, SingleWriter = true });

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _monitor;

    private EventStream(Uri dockerHost, TimeProvider timeProvider)
    {
        _dockerHost = dockerHost;
        // A client of its own: what its guard sees is this stream and nothing else.
        _client = DockerTransport.Connect(dockerHost, timeProvider, new EngineGuard(Begin));
        _monitor = MonitorAsync(timeProvider.GetUtcNow() - Replay, _ending.Token);
    }

    /// <summary>Subscribes. Whatever happens from then on is in the stream, and some of what happened before.</summary>
    /// <exception cref="EngineUnavailableException">There was no answer, or none that makes sense.</exception>
    public static async Task<EventStream> OpenAsync(Uri dockerHost, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var stream = new EventStream(dockerHost, timeProvider);
        try
        {
            await stream._begun.Task.WaitAsync(cancellationToken);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for the next events, and returns those that have come, in their order; none at the end of the stream.</summary>
    /// <exception cref="EngineUnavailableException">The stream has failed.</exception>
    public async Task<ImmutableArray<ContainerEvent>> ReadAsync(CancellationToken cancellationToken)
    {
        await _events.Reader.WaitToReadAsync(cancellationToken);
        var events = ImmutableArray.CreateBuilder<ContainerEvent>();
        while (_events.Reader.TryRead(out var happened))
            events.Add(happened);
        return events.DrainToImmutable();
    }

    /// <summary>Takes in an event as Docker tells it.</summary>
    void IProgress<Message>.Report(Message value)
    {
        _limit.Renew();
        if (value is null)
            throw new JsonException("There is no event.");
        if (value is { Type: "container", Action: { } action, Actor.ID: { Length: > 0 } id } &&
            !_events.Writer.TryWrite(new ContainerEvent(KindOf(action), id)))
        {
            throw new EngineUnavailableException($"more than {MaxWaiting} of its events wait to be read");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _monitor;
        _client.Dispose();
        _ending.Dispose();
    }

    // Podman says "remove".
    private static ContainerEventKind KindOf(string action) => action switch
    {
        "destroy" or "remove" => ContainerEventKind.Removed,
        "create" or "rename" => ContainerEventKind.Changed,
        _ => ContainerEventKind.Seen,
    };

    private SizeLimit Begin()
    {
        _begun.TrySetResult();
        return _limit;
    }

    /// <summary>Ends with the stream, and never fails: the reader is told why.</summary>
    private async Task MonitorAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var ofContainers = new ContainerEventsParameters
        {
            Since = since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            Filters = EngineFilters.Of("type", ["container"]),
        };
        EngineUnavailableException? reason;
        try
        {
            await _client.System.MonitorEventsAsync(ofContainers, this, cancellationToken);
            reason = null;
        }
        catch (JsonException e)
        {
            reason = new EngineUnavailableException("its event stream is not Docker's JSON", e);
        }
        catch (Exception e)
        {
            reason = DockerFailure.Explain(e, _dockerHost);
        }

        // Whoever waits for it may have gone.
        if (reason is null)
            _begun.TrySetResult();
        else if (_begun.TrySetException(reason))
            _ = _begun.Task.Exception;
        _events.Writer.TryComplete(reason);
    }
}
