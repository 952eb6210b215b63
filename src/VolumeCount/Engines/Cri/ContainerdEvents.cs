using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using VolumeCount.Engines.Cri.Protocol;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Cri;

/// <summary>
/// Subscribes to the events of containerd. CRI's own <c>GetContainerEvents</c> would take them from the kubelet: containerd
/// 1.7 sends each event to one client.
/// </summary>
internal sealed class ContainerdEvents(GrpcChannel channel, string socketPath, TimeProvider timeProvider)
{
    /// <summary>
    /// How long after an event the container is reported as changed again, each of <see cref="Repetitions"/> times:
    /// containerd sends an event before the Container Runtime Interface shows the change.
    /// </summary>
    public static readonly TimeSpan RepetitionDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a change is reported again.</summary>
    public const int Repetitions = 2;

    private const string Filter = "namespace==\"k8s.io\",topic~=\"^/(containers/(create|delete)|tasks/(start|exit))$\"";

    // How often each container is still to be reported as changed.
    private readonly Dictionary<string, int> _pending = new(StringComparer.Ordinal);

    /// <summary>Subscribes; ends at once where the runtime has no such service.</summary>
    /// <param name="ask">Any call to the runtime.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public async IAsyncEnumerable<ImmutableArray<ContainerEvent>> WatchAsync(
        Func<CancellationToken, Task> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new SubscribeRequest { Filters = { Filter } };
        using var call = new Events.EventsClient(channel).Subscribe(request, cancellationToken: cancellationToken);
        var next = ReadAsync(call.ResponseStream, cancellationToken);

        // containerd sends nothing before the first event. But it handles the requests of a connection side by side: when it
        // has answered the next one, the subscription is active. The list of all containers repairs what was missed
        // nevertheless.
        await Task.WhenAny(next, ask(cancellationToken));
        if (!next.IsCompleted)
            yield return [];

        while (true)
        {
            if (!await IsReadAsync(next, cancellationToken))
            {
                yield return Repeat();
                continue;
            }

            if (await next is not { } envelope)
                yield break;

            next = ReadAsync(call.ResponseStream, cancellationToken);
            if (Translate(envelope) is { } happened)
                yield return [happened];
        }
    }

    /// <summary>Waits for the next event, and no longer than until changes have to be reported again.</summary>
    private async Task<bool> IsReadAsync(Task<Envelope?> next, CancellationToken cancellationToken)
    {
        if (_pending.Count == 0)
            return await Task.WhenAny(next) == next;

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(next, Task.Delay(RepetitionDelay, timeProvider, ended.Token));
        await ended.CancelAsync();
        return next.IsCompleted;
    }

    /// <summary>Reads one event; null at the end of the stream.</summary>
    private async Task<Envelope?> ReadAsync(IAsyncStreamReader<Envelope> stream, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken) ? stream.Current : null;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unimplemented)
        {
            return null;
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw CriFailure.Explain(e, socketPath);
        }
    }

    private ContainerEvent? Translate(Envelope envelope)
    {
        try
        {
            var content = envelope.Event?.Value ?? ByteString.Empty;
            var id = TaskStart.Parser.ParseFrom(content).ContainerId;
            switch (envelope.Topic)
            {
                case var _ when id.Length == 0:
                    return null;
                case "/containers/delete":
                    _pending.Remove(id);
                    return new ContainerEvent(ContainerEventKind.Removed, id);
                case "/tasks/exit" when TaskExit.Parser.ParseFrom(content).Id != id:
                    // A command in the container has ended, such as a probe of the kubelet.
                    return null;
                default:
                    _pending[id] = Repetitions;
                    return new ContainerEvent(ContainerEventKind.Changed, id);
            }
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private ImmutableArray<ContainerEvent> Repeat()
    {
        ImmutableArray<string> changed = [.. _pending.Keys];
        foreach (var id in changed)
        {
            if (--_pending[id] == 0)
                _pending.Remove(id);
        }

        return [.. changed.Select(static id => new ContainerEvent(ContainerEventKind.Changed, id))];
    }
}
