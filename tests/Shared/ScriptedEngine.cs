using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace VolumeCount.Tests;

/// <summary>
/// A web server on a unix socket that stands in for Docker: it has containers, lists them, tells what happens to them, and
/// misbehaves as the test tells it to.
/// </summary>
internal sealed partial class ScriptedEngine : IAsyncDisposable
{
    private const int MaxRequestLineBytes = 1 << 20;

    // As many events as Docker keeps.
    private const int MaxReplayed = 256;

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentDictionary<string, (string Text, int Mounts)> _containers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Channel<string>, CancellationTokenSource> _subscriptions = new();
    private readonly ConcurrentQueue<(long Time, string Text)> _told = new();
    private WebApplication? _server;

    private ScriptedEngine()
    {
    }

    public Uri Uri => new($"unix://{SocketPath}");

    public string SocketPath => _folder.Combine("docker.sock");

    /// <summary>The requests that came in, in their order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>The ids of the containers that the engine has.</summary>
    public IReadOnlyCollection<string> Ids => [.. _containers.Keys];

    /// <summary>How many mounts each of the containers has, by id.</summary>
    public Dictionary<string, int> MountCounts =>
        _containers.ToDictionary(container => container.Key, container => container.Value.Mounts);

    /// <summary>How many listen to the events.</summary>
    public int Subscriptions => _subscriptions.Count;

    /// <summary>Answers every request while it is set.</summary>
    public RequestDelegate? Fault { get; set; }

    /// <summary>How long every answer takes to begin.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Answers every list while it is set.</summary>
    public RequestDelegate? ListFault { get; set; }

    /// <summary>Answers every list of all containers while it is set.</summary>
    public RequestDelegate? UnfilteredListFault { get; set; }

    /// <summary>Answers every list of some containers while it is set.</summary>
    public RequestDelegate? FilteredListFault { get; set; }

    /// <summary>Answers every request for the events while it is set.</summary>
    public RequestDelegate? EventsFault { get; set; }

    /// <summary>
    /// Set, it makes the engine subscribe as Docker does: it answers first, and it is done when this is, with what was told
    /// since the time that the request names.
    /// </summary>
    public Task? Subscribing { get; set; }

    /// <summary>Answers an inspection of a container while it is set and returns anything.</summary>
    public Func<HttpContext, Task?>? InspectFault { get; set; }

    /// <summary>Whether lists have <c>null</c> for the mounts of each container, as those of Podman before 4.0.</summary>
    public bool ListsNoMounts { get; set; }

    /// <summary>Whether the engine presents itself as Podman.</summary>
    public bool IsPodman { get; set; }

    /// <summary>The newest version of the API that the engine supports.</summary>
    public string ApiVersion { get; set; } = "1.44";

    /// <summary>The oldest version of the API that the engine supports.</summary>
    public string MinApiVersion { get; set; } = "1.24";

    /// <summary>Whether the engine answers requests without a version.</summary>
    public bool AcceptsUnversioned { get; set; } = true;

    /// <summary>Starts an engine that answers everything in the same way.</summary>
    public static Task<ScriptedEngine> StartAsync(string body, int statusCode = StatusCodes.Status200OK) =>
        StartAsync(Answer(body, statusCode));

    /// <summary>Starts an engine that answers as told.</summary>
    public static async Task<ScriptedEngine> StartAsync(RequestDelegate answer)
    {
        var engine = new ScriptedEngine { Fault = answer };
        await engine.ListenAsync();
        return engine;
    }

    /// <summary>Starts an engine that has the given containers, as Docker would list them.</summary>
    public static async Task<ScriptedEngine> StartWithContainersAsync(string containers)
    {
        var engine = new ScriptedEngine();
        foreach (var container in JsonNode.Parse(containers)!.AsArray())
            engine.Add(container!.AsObject());
        await engine.ListenAsync();
        return engine;
    }

    /// <summary>An answer of one text.</summary>
    public static RequestDelegate Answer(string body, int statusCode = StatusCodes.Status200OK) => context =>
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };

    /// <summary>Does not respond until the client disconnects.</summary>
    public static async Task NeverAnswerAsync(HttpContext context) =>
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>Adds a container, and emits its event.</summary>
    /// <returns>Its id.</returns>
    public string Create(int mounts = 0, string? id = null, bool silently = false)
    {
        id ??= Containers.RandomId();
        var owner = Containers.NextOwner();
        Add(new JsonObject
        {
            ["Id"] = id,
            ["Names"] = new JsonArray($"/{id}"),
            ["State"] = "created",
            ["Mounts"] = new JsonArray([.. Enumerable.Range(0, mounts).Select(i => new JsonObject
            {
                ["Type"] = "volume",
                ["Name"] = $"{owner}-{i}",
                ["Source"] = $"/var/lib/docker/volumes/{owner}-{i}/_data",
                ["Destination"] = $"/data/{i:d3}",
                ["Driver"] = "local",
                ["RW"] = true,
            })]),
        });
        if (!silently)
            Tell("create", id);
        return id;
    }

    /// <summary>Removes a container, and emits its event.</summary>
    public void Remove(string id, bool silently = false)
    {
        _containers.TryRemove(id, out _);
        if (!silently)
            Tell("destroy", id);
    }

    /// <summary>Tells that something has happened.</summary>
    public void Tell(string action, string id, string type = "container")
    {
        var text =
            $$$"""{"status":"{{{action}}}","id":"{{{id}}}","Type":"{{{type}}}","Action":"{{{action}}}","Actor":"""
            + $$$"""{"ID":"{{{id}}}","Attributes":{"name":"x"}},"scope":"local","time":1}""" + "\n";
        _told.Enqueue((DateTimeOffset.UtcNow.ToUnixTimeSeconds(), text));
        while (_told.Count > MaxReplayed)
            _told.TryDequeue(out _);
        Write(text);
    }

    /// <summary>Writes a text to all that listen to the events.</summary>
    public void Write(string text)
    {
        foreach (var subscription in _subscriptions.Keys)
            subscription.Writer.TryWrite(text);
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

    /// <summary>Ends as a killed engine does: every connection is closed, and the socket no longer exists.</summary>
    public async Task StopAsync()
    {
        CutEvents();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await _server!.StopAsync(cancelled.Token);
        await _server.DisposeAsync();
        _server = null;
    }

    /// <summary>Listens, again after an end.</summary>
    public async Task ListenAsync()
    {
        File.Delete(SocketPath);
        _server = await UnixSocketServer.StartAsync(SocketPath, HandleAsync, kestrel =>
        {
            kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
            kestrel.Limits.MaxRequestBufferSize = 2 * MaxRequestLineBytes;
            kestrel.Limits.MinResponseDataRate = null;
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await StopAsync();
        _folder.Dispose();
    }

    private void Add(JsonObject container) => _containers[container["Id"]!.GetValue<string>()] =
        (container.ToJsonString(), (container["Mounts"] as JsonArray)?.Count ?? 0);

    private async Task HandleAsync(HttpContext context)
    {
        _requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay, context.RequestAborted);
        await (Fault ?? AnswerAsync)(context);
    }

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers["Api-Version"] = ApiVersion;
        if (IsPodman)
            context.Response.Headers["Libpod-Api-Version"] = "4.3.1";
        var path = context.Request.Path.Value!;
        if (VersionedPath().Match(path) is { Success: true } versioned)
        {
            var version = Version.Parse(versioned.Groups[1].Value);
            if (version < Version.Parse(MinApiVersion))
            {
                return Refuse(
                    $"client version {version} is too old. "
                    + $"Minimum supported API version is {MinApiVersion}, please upgrade your client");
            }

            if (version > Version.Parse(ApiVersion))
                return Refuse($"client version {version} is too new. Maximum supported API version is {ApiVersion}");
            path = versioned.Groups[2].Value;
        }
        else if (!AcceptsUnversioned)
        {
            return Answer("""{"message":"page not found"}""", StatusCodes.Status404NotFound)(context);
        }

        return path switch
        {
            "/version" => context.Response.WriteAsync($$"""{"Version":"1.0","ApiVersion":"{{ApiVersion}}"}"""),
            "/events" => (EventsFault ?? TellEventsAsync)(context),
            "/containers/json" when context.Request.Query.ContainsKey("filters") =>
                (ListFault ?? FilteredListFault ?? ListAsync)(context),
            "/containers/json" => (ListFault ?? UnfilteredListFault ?? ListAsync)(context),
            _ when path.StartsWith("/containers/", StringComparison.Ordinal) =>
                InspectFault?.Invoke(context) ?? InspectAsync(path, context),
            _ => Answer("""{"message":"page not found"}""", StatusCodes.Status404NotFound)(context),
        };

        Task Refuse(string message) => Answer($$"""{"message":"{{message}}"}""", StatusCodes.Status400BadRequest)(context);
    }

    private Task InspectAsync(string path, HttpContext context) =>
        _containers.TryGetValue(path.Split('/')[2], out var container)
            ? Answer(container.Text)(context)
            : Answer("""{"message":"No such container"}""", StatusCodes.Status404NotFound)(context);

    private Task ListAsync(HttpContext context)
    {
        var filters = context.Request.Query["filters"].FirstOrDefault();
        var ids = filters is null
            ? null
            : JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, bool>>>(filters)!["id"].Keys;
        // Docker takes an id for the beginning of one.
        var containers = (ids is null
            ? _containers.Values
            : _containers
                .Where(container => ids.Any(id => container.Key.StartsWith(id, StringComparison.Ordinal)))
                .Select(container => container.Value))
            .Select(container => container.Text);
        if (ListsNoMounts)
            containers = containers.Select(WithoutMounts);
        return Answer($"[{string.Join(',', containers)}]")(context);

        static string WithoutMounts(string container)
        {
            var json = JsonNode.Parse(container)!.AsObject();
            json["Mounts"] = null;
            return json.ToJsonString();
        }
    }

    private async Task TellEventsAsync(HttpContext context)
    {
        var subscription = Channel.CreateUnbounded<string>();
        // Not disposed of: it may be cancelled while the request ends, and has no timer.
        var cutting = new CancellationTokenSource();
        var subscribing = Subscribing;
        if (subscribing is null)
            _subscriptions[subscription] = cutting;
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cutting.Token);
            await context.Response.StartAsync();
            await context.Response.Body.FlushAsync();
            if (subscribing is not null)
            {
                await subscribing.WaitAsync(ending.Token);
                var since = long.Parse(
                    context.Request.Query["since"].FirstOrDefault() ?? $"{long.MaxValue}", CultureInfo.InvariantCulture);
                foreach (var (_, text) in _told.Where(told => told.Time >= since))
                    subscription.Writer.TryWrite(text);
                _subscriptions[subscription] = cutting;
            }

            await foreach (var text in subscription.Reader.ReadAllAsync(ending.Token))
                await context.Response.WriteAsync(text, ending.Token);
        }
        catch (OperationCanceledException)
        {
            if (cutting.IsCancellationRequested)
                context.Abort();
        }
        finally
        {
            _subscriptions.TryRemove(subscription, out _);
        }
    }

    [GeneratedRegex(@"^/v(\d+\.\d+)(/.*)$")]
    private static partial Regex VersionedPath();
}
