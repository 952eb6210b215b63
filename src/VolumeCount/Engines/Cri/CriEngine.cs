using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grpc.Core;
using Grpc.Net.Client;
using VolumeCount.Engines.Cri.Protocol;
using VolumeCount.Inventory;
using Container = VolumeCount.Inventory.Container;

namespace VolumeCount.Engines.Cri;

/// <summary>
/// Asks a container runtime through the Container Runtime Interface of Kubernetes: containerd, CRI-O and others. It makes
/// only calls that read, each with a deadline, and limits the size of the answers.
/// </summary>
internal sealed class CriEngine : IContainerEngine, IDisposable
{
    /// <summary>How long a list may take, with the status of each new container.</summary>
    public static readonly TimeSpan ListTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long any other call may take.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How many statuses are asked for at the same time.</summary>
    public const int MaxParallelStatuses = 16;

    private readonly string _socketPath;
    private readonly bool _describes;
    private readonly TimeProvider _timeProvider;
    private readonly GrpcChannel _channel;
    private readonly RuntimeService.RuntimeServiceClient _runtime;

    // Of every container in the last list whose status could be had.
    private readonly ConcurrentDictionary<string, ContainerDetails> _details = new(StringComparer.Ordinal);

    // One list at a time, so that each status is asked for once.
    private readonly SemaphoreSlim _listGate = new(1);

    /// <summary>Creates a client, which connects at the first call.</summary>
    /// <param name="socketPath">The path of the unix socket that the runtime listens on.</param>
    /// <param name="describes">Whether containers have a description.</param>
    /// <param name="timeProvider">The clock of the deadlines.</param>
    public CriEngine(string socketPath, bool describes, TimeProvider timeProvider)
    {
        _socketPath = socketPath;
        _describes = describes;
        _timeProvider = timeProvider;
        _channel = CriChannel.Create(socketPath, timeProvider);
        _runtime = new RuntimeService.RuntimeServiceClient(_channel);
    }

    public string Name => "The container runtime";

    public string Address => $"unix://{_socketPath}";

    public string? SocketPath => _socketPath;

    public Task<EngineDescription> DescribeAsync(CancellationToken cancellationToken) =>
        CallAsync(CallTimeout, AskAsync, cancellationToken);

    public Task<ContainerList> ListAsync(CancellationToken cancellationToken) =>
        CallAsync(ListTimeout, ReadListAsync, cancellationToken);

    /// <remarks>
    /// The interface can list all containers or one. A list of all is one call, and known containers cost no other.
    /// </remarks>
    public Task<ContainerList> ListAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ListAsync(cancellationToken);

    public IAsyncEnumerable<ImmutableArray<ContainerEvent>>? Watch(CancellationToken cancellationToken) =>
        new ContainerdEvents(_channel, _socketPath, _timeProvider).WatchAsync(AskAsync, cancellationToken);

    public async Task<ImmutableArray<UsageSample>?> MeasureAsync(CancellationToken cancellationToken)
    {
        if (!_describes)
            return null;
        try
        {
            return await CallAsync(CallTimeout, AskAsync, cancellationToken);
        }
        catch (EngineUnavailableException e) when (e.InnerException is RpcException { StatusCode: StatusCode.Unimplemented })
        {
            throw new NotSupportedException("it does not serve ListContainerStats", e);
        }

        async Task<ImmutableArray<UsageSample>> AskAsync(CancellationToken token)
        {
            var request = new ListContainerStatsRequest();
            var response = await _runtime.ListContainerStatsAsync(request, cancellationToken: token);
            return [.. response.Stats.Select(ContainerUsages.Read).OfType<UsageSample>()];
        }
    }

    /// <summary>Whether the runtime runs pods, as that of every node of Kubernetes does.</summary>
    /// <exception cref="EngineUnavailableException">
    /// The runtime did not answer, or answered something unexpected.
    /// </exception>
    public Task<bool> HasPodsAsync(CancellationToken cancellationToken)
    {
        return CallAsync(CallTimeout, AskAsync, cancellationToken);

        async Task<bool> AskAsync(CancellationToken token) =>
            (await _runtime.ListPodSandboxAsync(new ListPodSandboxRequest(), cancellationToken: token)).Items.Count > 0;
    }

    public void Dispose()
    {
        _channel.Dispose();
        _listGate.Dispose();
    }

    private async Task<EngineDescription> AskAsync(CancellationToken cancellationToken)
    {
        var version = await _runtime.VersionAsync(new VersionRequest(), cancellationToken: cancellationToken);
        return new EngineDescription(
            EngineText.FirstLine($"{version.RuntimeName} {version.RuntimeVersion}"),
            EngineText.FirstLine(version.RuntimeApiVersion));
    }

    private async Task<ContainerList> ReadListAsync(CancellationToken cancellationToken)
    {
        await _listGate.WaitAsync(cancellationToken);
        try
        {
            var request = new ListContainersRequest();
            var response = await _runtime.ListContainersAsync(request, cancellationToken: cancellationToken);
            var listed = response.Containers.DistinctBy(static container => container.Id).ToDictionary(static one => one.Id);
            foreach (var id in _details.Keys.Where(id => !listed.ContainsKey(id)))
                _details.TryRemove(id, out _);

            var unreadable = new ConcurrentBag<UnreadableContainer>();
            await Parallel.ForEachAsync(
                listed.Keys.Where(id => !_details.ContainsKey(id)),
                new ParallelOptions { MaxDegreeOfParallelism = MaxParallelStatuses, CancellationToken = cancellationToken },
                async (id, token) =>
                {
                    if (await ReadDetailsAsync(id, token) is { } reason)
                        unreadable.Add(new UnreadableContainer(EngineText.FirstLine(id), reason));
                });

            return new ContainerList(
                [.. listed.Values.Where(container => _details.ContainsKey(container.Id)).Select(ToContainer)],
                [.. unreadable]);
        }
        finally
        {
            _listGate.Release();
        }
    }

    /// <summary>
    /// Asks for the status of a new container. One whose status cannot be had is left out of the list: it would be reported
    /// without its mounts. The next list asks again.
    /// </summary>
    /// <returns>Why it cannot be had; null if it can, or if the container no longer exists.</returns>
    private async Task<string?> ReadDetailsAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            _details[id] = await CallAsync(CallTimeout, AskAsync, cancellationToken);
            return null;
        }
        catch (EngineUnavailableException e) when (e.InnerException is RpcException { StatusCode: StatusCode.NotFound })
        {
            return null;
        }
        catch (EngineUnavailableException e) when (e.HasAnswered || e.InnerException is OperationCanceledException)
        {
            return e.Message;
        }

        async Task<ContainerDetails> AskAsync(CancellationToken token)
        {
            var request = new ContainerStatusRequest { ContainerId = id };
            var response = await _runtime.ContainerStatusAsync(request, cancellationToken: token);
            return ContainerDetails.From(response.Status ?? throw new InvalidDataException("it answered without a status"));
        }
    }

    private Container ToContainer(Protocol.Container container)
    {
        var details = _details[container.Id];
        return new Container(container.Id, details.Mounts)
        {
            Name = container.Metadata?.Name ?? "",
            Description = _describes ? ContainerDescriptions.Of(container, details.ImageName) : null,
        };
    }

    /// <summary>Any failure of a call means that the runtime cannot be asked now, except our own cancellation.</summary>
    private async Task<T> CallAsync<T>(
        TimeSpan timeout, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineUnavailableException($"it did not answer within {timeout.TotalSeconds} s", e);
        }
        catch (Exception e) when (e is not EngineUnavailableException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw CriFailure.Explain(e, _socketPath);
        }
    }
}
