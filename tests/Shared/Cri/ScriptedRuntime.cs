using System.Collections.Concurrent;
using System.Threading.Channels;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VolumeCount.Tests.Cri;

/// <summary>
/// A server on a unix socket that stands in for a container runtime: it has containers, lists them, has their status, sends
/// containerd's events if it is to, and misbehaves as the test wants it to.
/// </summary>
internal sealed class ScriptedRuntime : IAsyncDisposable
{
    private const string Namespace = "k8s.io";

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly ConcurrentDictionary<string, ContainerStatus> _containers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Channel<Envelope>, CancellationTokenSource> _subscriptions = new();
    private WebApplication? _server;

    /// <summary>The path of the socket.</summary>
    public string SocketPath => _folder.Combine("runtime.sock");

    /// <summary>The calls that came in, in their order, such as <c>/runtime.v1.RuntimeService/Version</c>.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    /// <summary>The names of the calls, without those of their services.</summary>
    public IEnumerable<string> CallNames => _calls.Select(call => call[(call.LastIndexOf('/') + 1)..]);

    /// <summary>The containers, by id.</summary>
    public IReadOnlyDictionary<string, ContainerStatus> Containers => _containers;

    /// <summary>The filters of the last subscription.</summary>
    public string[] Filters { get; private set; } = [];

    /// <summary>The number of subscriptions.</summary>
    public int Subscriptions => _subscriptions.Count;

    /// <summary>Whether it has containerd's event service.</summary>
    public bool HasEvents { get; init; } = true;

    /// <summary>The name of the runtime.</summary>
    public string Name { get; set; } = "containerd";

    /// <summary>Answers a call, by its name, instead of the runtime.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Faults { get; } = new();

    /// <summary>Runs before the status of a container is sent.</summary>
    public Func<string, CancellationToken, Task> BeforeStatus { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The statistics of the containers.</summary>
    public Func<IEnumerable<ContainerStats>> Stats { get; set; } = () => [];

    /// <summary>Has a container that is not in <see cref="Containers"/> in its list.</summary>
    public ConcurrentQueue<Container> Phantoms { get; } = new();

    /// <summary>Starts a runtime.</summary>
    public static async Task<ScriptedRuntime> StartAsync(bool hasEvents = true)
    {
        var runtime = new ScriptedRuntime { HasEvents = hasEvents };
        await runtime.ListenAsync();
        return runtime;
    }

    /// <summary>A call that never gets an answer.</summary>
    public static async Task NeverAnswerAsync(HttpContext context) =>
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>A call that is answered with a status and no message.</summary>
    public static RequestDelegate Status(StatusCode code, string detail = "scripted") => context =>
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = $"{(int)code}";
        context.Response.Headers["grpc-message"] = Uri.EscapeDataString(detail);
        return Task.CompletedTask;
    };

    /// <summary>A call that is answered with these bytes in the place of messages.</summary>
    public static RequestDelegate Bytes(params byte[] bytes) => async context =>
    {
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(bytes);
        context.Response.AppendTrailer("grpc-status", "0");
    };

    /// <summary>Adds a container, and sends its event.</summary>
    /// <returns>Its id.</returns>
    public string Create(int mounts = 0, Action<ContainerStatus>? configure = null, string? id = null, bool silently = false)
    {
        id ??= VolumeCount.Tests.Containers.RandomId();
        var container = new ContainerStatus
        {
            Id = id,
            Metadata = new ContainerMetadata { Name = $"name-{id[..8]}" },
            State = 0,
            CreatedAt = 1_700_000_000_000_000_000,
            Image = new ImageSpec { Image = "docker.io/library/busybox:1.36" },
            ImageRef = $"sha256:{new string('a', 64)}",
        };
        container.Mounts.AddRange(
            Enumerable.Range(0, mounts).Select(i => new Mount { ContainerPath = $"/data/{i:d3}", HostPath = $"/srv/{i}" }));
        configure?.Invoke(container);
        _containers[id] = container;
        if (!silently)
            Send("/containers/create", id);
        return id;
    }

    /// <summary>Changes a container's state, and sends the event of its task.</summary>
    public void SetState(string id, int state, string topic)
    {
        _containers[id] = new ContainerStatus(_containers[id]) { State = state };
        Send(topic, id);
    }

    /// <summary>Removes a container, and sends its event.</summary>
    public void Remove(string id, bool silently = false)
    {
        _containers.TryRemove(id, out _);
        if (!silently)
            Send("/containers/delete", id);
    }

    /// <summary>Sends an event of a container.</summary>
    public void Send(string topic, string id, string? process = null) => Send(new Envelope
    {
        Namespace = Namespace,
        Topic = topic,
        Event = new Any { Value = new TaskExit { ContainerId = id, Id = process ?? id }.ToByteString() },
    });

    /// <summary>Sends an event.</summary>
    public void Send(Envelope envelope)
    {
        foreach (var subscription in _subscriptions.Keys)
            subscription.Writer.TryWrite(envelope);
    }

    /// <summary>Breaks all event streams off.</summary>
    public void CutEvents()
    {
        foreach (var (subscription, cutting) in _subscriptions)
        {
            if (_subscriptions.TryRemove(subscription, out _))
                cutting.Cancel();
        }
    }

    /// <summary>Ends as a killed runtime does: every connection breaks off.</summary>
    public async Task StopAsync()
    {
        CutEvents();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await _server!.StopAsync(cancelled.Token);
        await _server.DisposeAsync();
        _server = null;
        File.Delete(SocketPath);
    }

    /// <summary>Listens, again after an end.</summary>
    public async Task ListenAsync()
    {
        File.Delete(SocketPath);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc(grpc => grpc.MaxSendMessageSize = null);
        builder.Services.AddSingleton(this);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ListenUnixSocket(SocketPath, listen => listen.Protocols = HttpProtocols.Http2));
        var server = builder.Build();
        server.Use(HandleAsync);
        server.MapGrpcService<RuntimeServer>();
        if (HasEvents)
            server.MapGrpcService<EventServer>();
        await server.StartAsync();
        _server = server;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await StopAsync();
        _folder.Dispose();
    }

    private Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        _calls.Enqueue(path);
        return (Faults.GetValueOrDefault(path[(path.LastIndexOf('/') + 1)..]) ?? next)(context);
    }

    private sealed class RuntimeServer(ScriptedRuntime runtime) : RuntimeService.RuntimeServiceBase
    {
        public override Task<VersionResponse> Version(VersionRequest request, ServerCallContext context) => Task.FromResult(
            new VersionResponse { RuntimeName = runtime.Name, RuntimeVersion = "2.0.0", RuntimeApiVersion = "v1" });

        public override Task<ListPodSandboxResponse> ListPodSandbox(Empty request, ServerCallContext context) =>
            Task.FromResult(new ListPodSandboxResponse
            {
                Items = { runtime._containers.Keys.Select(id => new PodSandbox { Id = id }) },
            });

        public override Task<ListContainersResponse> ListContainers(Empty request, ServerCallContext context) =>
            Task.FromResult(new ListContainersResponse
            {
                Containers = { runtime._containers.Values.Select(ToListed).Concat(runtime.Phantoms) },
            });

        public override async Task<ContainerStatusResponse> ContainerStatus(
            ContainerIdRequest request, ServerCallContext context)
        {
            await runtime.BeforeStatus(request.ContainerId, context.CancellationToken);
            return runtime._containers.TryGetValue(request.ContainerId, out var status)
                ? new ContainerStatusResponse { Status = status }
                : throw new RpcException(new Status(StatusCode.NotFound, $"container \"{request.ContainerId}\": not found"));
        }

        public override Task<ListContainerStatsResponse> ListContainerStats(Empty request, ServerCallContext context) =>
            Task.FromResult(new ListContainerStatsResponse { Stats = { runtime.Stats() } });

        private static Container ToListed(ContainerStatus status) => new()
        {
            Id = status.Id,
            Metadata = status.Metadata,
            Image = new ImageSpec { Image = status.ImageRef },
            ImageRef = status.ImageRef,
            State = status.State,
            CreatedAt = status.CreatedAt,
            Labels = { status.Labels },
        };
    }

    private sealed class EventServer(ScriptedRuntime runtime) : Events.EventsBase
    {
        public override async Task Subscribe(
            SubscribeRequest request, IServerStreamWriter<Envelope> responseStream, ServerCallContext context)
        {
            runtime.Filters = [.. request.Filters];
            var subscription = Channel.CreateUnbounded<Envelope>();
            // Not disposed of: it may be cancelled while the request ends, and has no timer.
            var cutting = new CancellationTokenSource();
            runtime._subscriptions[subscription] = cutting;
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, cutting.Token);
            try
            {
                await foreach (var envelope in subscription.Reader.ReadAllAsync(ending.Token))
                    await responseStream.WriteAsync(envelope, CancellationToken.None);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
            {
                // The client no longer listens, or is to be cut off.
                if (cutting.IsCancellationRequested)
                    context.GetHttpContext().Abort();
            }
            finally
            {
                runtime._subscriptions.TryRemove(subscription, out _);
            }
        }
    }
}
