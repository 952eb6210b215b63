using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VolumeCount.Inventory.Docker;

/// <summary>
/// Asks a Docker engine through its HTTP API: only ever with GET, with a deadline on every call, and with a limit to what it
/// takes in.
/// </summary>
/// <remarks>
/// Why not Docker.DotNet: it takes a whole answer into memory before it looks at it, error messages and the lines of the event
/// stream without any limit, so that a broken engine could fill the memory.
/// </remarks>
internal sealed class DockerEngine(Uri dockerHost, TimeProvider timeProvider) : IDockerEngine, IDisposable
{
    /// <summary>How long a list of all containers may take. An engine with 10,000 lists them in about a second.</summary>
    public static readonly TimeSpan ListTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a question about some containers, or about the engine, may take.</summary>
    public static readonly TimeSpan InspectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The size of the largest list: Docker takes 1.4 kB for a container with three mounts.</summary>
    public const long MaxListBytes = 1 << 27;

    private const int MaxContainerBytes = 1 << 20;
    private const int MaxAboutBytes = 1 << 16;
    private const int MaxErrorBytes = 1 << 12;

    private const string ListPath = "containers/json?all=1";

    private readonly HttpClient _http = DockerHttp.Create(dockerHost, timeProvider);
    private readonly SharedStrings _words = new();
    private long _versions, _subscriptions, _lists, _filteredLists;

    /// <inheritdoc/>
    public CallTotals Calls => new(
        Interlocked.Read(ref _versions),
        Interlocked.Read(ref _subscriptions),
        Interlocked.Read(ref _lists),
        Interlocked.Read(ref _filteredLists));

    /// <inheritdoc/>
    public Task<EngineVersion> GetVersionAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _versions);
        return CallAsync(InspectTimeout, AskAsync, cancellationToken);

        async Task<EngineVersion> AskAsync(CancellationToken token)
        {
            var versions = await ReadAsync(
                "version", EngineJson.Default.EngineAbout, inArray: false, MaxAboutBytes, MaxAboutBytes, about => about.ToVersion(), token);
            return versions is [var version, ..] ? version : throw new JsonException("There is no object.");
        }
    }

    /// <inheritdoc/>
    public Task<IEventStream> SubscribeAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _subscriptions);
        return CallAsync(ListTimeout, AskAsync, cancellationToken);

        async Task<IEventStream> AskAsync(CancellationToken token)
        {
            var response = await GetAsync("events?" + Filters("type", ["container"]), token);
            return new EventStream(dockerHost, response, await response.Content.ReadAsStreamAsync(token));
        }
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<Container>> ListContainersAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _lists);
        return CallAsync(ListTimeout, token => ListAsync(ListPath, ToContainer, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<Container>> ListContainersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _filteredLists);
        return CallAsync(
            InspectTimeout, token => ListAsync($"{ListPath}&{Filters("id", ids)}", ToContainer, token), cancellationToken);
    }

    /// <summary>Lists all containers for a person at a terminal.</summary>
    /// <exception cref="DockerUnavailableException">There was no answer, or none that makes sense.</exception>
    public Task<ImmutableArray<ContainerSummary>> SummarizeContainersAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _lists);
        return CallAsync(ListTimeout, token => ListAsync(ListPath, container => container.ToSummary(), token), cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static string Filters(string name, IEnumerable<string> values) =>
        $$"""filters={{Uri.EscapeDataString($$"""{"{{name}}":[{{string.Join(',', values.Select(value => $"\"{JsonEncodedText.Encode(value)}\""))}}]}""")}}""";

    private static async Task<string> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new byte[MaxErrorBytes];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return DockerFailure.FirstLine(Encoding.UTF8.GetString(body, 0, length));
    }

    private Container ToContainer(EngineContainer container) => container.ToContainer(_words);

    private Task<ImmutableArray<T>> ListAsync<T>(string path, Func<EngineContainer, T> select, CancellationToken cancellationToken) =>
        ReadAsync(path, EngineJson.Default.EngineContainer, inArray: true, MaxContainerBytes, MaxListBytes, select, cancellationToken);

    private async Task<ImmutableArray<T>> ReadAsync<TAnswer, T>(
        string path,
        JsonTypeInfo<TAnswer> type,
        bool inArray,
        int maxObjectBytes,
        long maxBytes,
        Func<TAnswer, T> select,
        CancellationToken cancellationToken)
    {
        using var response = await GetAsync(path, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var reader = new JsonObjectReader<TAnswer>(stream, type, inArray, maxObjectBytes, maxBytes);
        var all = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancellationToken) is { Count: > 0 } some)
            all.AddRange(some.Select(select));
        return all.DrainToImmutable();
    }

    private async Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken)
    {
        var response = await _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
            return response;

        using (response)
        {
            var error = await ReadErrorAsync(response, cancellationToken);
            throw new DockerUnavailableException(
                $"it answered with status {(int)response.StatusCode}{(error.Length > 0 ? $": {error}" : "")}")
            { HasAnswered = true };
        }
    }

    /// <summary>
    /// Whatever goes wrong in a call means that Docker cannot be asked now. The engine may answer anything, so the last
    /// resort takes every exception but our own cancellation.
    /// </summary>
    private async Task<T> CallAsync<T>(TimeSpan timeout, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DockerUnavailableException($"it did not answer within {timeout.TotalSeconds} s", e);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw DockerFailure.Explain(e, dockerHost);
        }
    }
}
