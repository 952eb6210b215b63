using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Docker.DotNet;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>
/// Asks a Docker engine through Docker.DotNet: only ever with GET, with a deadline on every call, and with a limit to what it
/// takes in.
/// </summary>
internal sealed class DockerEngine : IContainerEngine, IDisposable
{
    /// <summary>How long a list of all containers may take. An engine with 10,000 lists them in about a second.</summary>
    public static readonly TimeSpan ListTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a question about some containers, or about the engine, may take.</summary>
    public static readonly TimeSpan InspectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The size of the largest list: Docker takes 1.4 kB for a container with three mounts.</summary>
    public const long MaxListBytes = 1 << 27;

    /// <summary>The size of the largest list of some: more than so few containers ever take.</summary>
    public const long MaxListOfSomeBytes = 1 << 24;

    /// <summary>The size of any other answer. Docker.DotNet takes it into memory as a whole.</summary>
    public const long MaxAnswerBytes = 1 << 22;

    private const int MaxContainerBytes = 1 << 20;

    private static readonly Uri ListUri = new("containers/json?all=1", UriKind.Relative);

    private readonly Uri _dockerHost;
    private readonly TimeProvider _timeProvider;
    private readonly DockerClient _client;
    private readonly HttpClient _http;
    private readonly SharedStrings _words = new();

    public DockerEngine(Uri dockerHost, TimeProvider timeProvider)
    {
        _dockerHost = dockerHost;
        _timeProvider = timeProvider;
        var guard = new EngineGuard(() => new SizeLimit(MaxAnswerBytes, $"it answered with more than {MaxAnswerBytes >> 20} MiB"));
        _client = DockerTransport.Connect(dockerHost, timeProvider, guard);
        _http = new HttpClient(guard, disposeHandler: false)
        {
            BaseAddress = DockerTransport.EndpointOf(dockerHost),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <inheritdoc/>
    public string Name => "Docker";

    /// <inheritdoc/>
    public string Address => _dockerHost.ToString();

    /// <inheritdoc/>
    public string? SocketPath => _dockerHost.Scheme == "unix" ? _dockerHost.LocalPath : null;

    /// <summary>Whether listed containers have a description.</summary>
    public bool Describes { get; init; }

    /// <inheritdoc/>
    public Task<EngineDescription> DescribeAsync(CancellationToken cancellationToken)
    {
        return CallAsync(InspectTimeout, AskAsync, cancellationToken);

        async Task<EngineDescription> AskAsync(CancellationToken token)
        {
            var about = await _client.System.GetVersionAsync(token) ?? throw new JsonException("There is no object.");
            // Debian's build of the engine leaves its name empty.
            var name = about.Platform?.Name is { Length: > 0 } platform ? platform : "Docker Engine";
            return new EngineDescription($"{name} {about.Version}", about.APIVersion ?? "");
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImmutableArray<ContainerEvent>> Watch([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = await CallAsync(
            ListTimeout, token => EventStream.OpenAsync(_dockerHost, _timeProvider, token), cancellationToken);
        yield return [];
        while (await events.ReadAsync(cancellationToken) is { IsEmpty: false } batch)
            yield return batch;
    }

    /// <inheritdoc/>
    public Task<ContainerList> ListAsync(CancellationToken cancellationToken) =>
        CallAsync(ListTimeout, token => ListAsync(ListUri, MaxListBytes, token), cancellationToken);

    /// <inheritdoc/>
    public Task<ContainerList> ListAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var filters = JsonSerializer.Serialize(EngineFilters.Of("id", ids), EngineJson.Default.Filters);
        var uri = new Uri($"{ListUri}&filters={Uri.EscapeDataString(filters)}", UriKind.Relative);
        return CallAsync(InspectTimeout, token => ListAsync(uri, MaxListOfSomeBytes, token), cancellationToken);
    }

    public void Dispose()
    {
        _http.Dispose();
        _client.Dispose();
    }

    // Not Docker.DotNet's own list: of 10,000 containers (15 MB) it allocates 73 MiB, and ends in 64 MiB of memory for want of more.
    // One container at a time, five such lists in a row, and nothing else in the program, had 42 MiB resident there at most.
    private async Task<ContainerList> ListAsync(Uri uri, long maxBytes, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Options.Set(EngineGuard.IsStreamed, true);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var reader = new JsonObjectReader<EngineContainer>(stream, EngineJson.Default.EngineContainer, MaxContainerBytes, maxBytes);
        var all = ImmutableArray.CreateBuilder<Container>();
        while (await reader.ReadAsync(cancellationToken) is { Count: > 0 } some)
            all.AddRange(some.Select(container => container.ToContainer(_words, Describes)));
        return new ContainerList(all.DrainToImmutable());
    }

    /// <summary>
    /// Whatever goes wrong in a call means that Docker cannot be asked now. The engine may answer anything, so the last
    /// resort takes every exception but our own cancellation.
    /// </summary>
    private async Task<T> CallAsync<T>(TimeSpan timeout, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
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
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw DockerFailure.Explain(e, _dockerHost);
        }
    }
}
