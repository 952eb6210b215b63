using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>
/// Asks an engine that has Docker's API: Docker or Podman. Every request is a <c>GET</c> with a deadline, and every answer
/// has a limit.
/// </summary>
internal sealed class DockerEngine(DockerAddress address, TimeProvider timeProvider) : IContainerEngine, IDisposable
{
    /// <summary>The size of the largest list: Docker takes 1.4 kB for a container with three mounts.</summary>
    public const long MaxListBytes = 1 << 27;

    /// <summary>The size of the largest container in a list. Labels have no limit of their own.</summary>
    public const int MaxContainerBytes = 1 << 22;

    /// <summary>The size of any other answer.</summary>
    public const int MaxAnswerBytes = 1 << 22;

    /// <summary>
    /// From how long before the subscription events are repeated, as far as the engine keeps them. Docker answers before it
    /// subscribes, and what happens between that and the list of all would be in neither; and its clock may differ from
    /// ours.
    /// </summary>
    public static readonly TimeSpan Replay = TimeSpan.FromSeconds(5);

    private const int MaxErrorBytes = 1 << 12;

    /// <summary>The number of containers that are inspected at the same time.</summary>
    private const int MaxInspections = 4;

    /// <summary>With more entries that are not containers, the response is not Docker's.</summary>
    private const int MaxUnreadable = 1000;

    private const int MaxVersionAttempts = 3;

    private const string ListPath = "containers/json?all=1";

    private readonly HttpClient _http = DockerHttp.Create(address, timeProvider);
    private readonly ConcurrentDictionary<string, ImmutableArray<Mount>> _inspected = new(StringComparer.Ordinal);

    // The containers of the last list of all, by id. A list has the same objects for those that have not changed, which are
    // nearly all: else both lists are in memory until they are compared.
    private IReadOnlyDictionary<string, Container> _listed = ImmutableDictionary<string, Container>.Empty;

    // Null for requests without a version, which every engine of today accepts.
    private string? _apiVersion;

    public string Name { get; init; } = "Docker";

    public string Address => Printable(address.Text);

    public string? SocketPath => address.SocketPath;

    public bool Describes { get; init; }

    public Task<EngineDescription> DescribeAsync(CancellationToken cancellationToken)
    {
        return CallAsync(EngineFollower.RequestTimeout, AskAsync, cancellationToken);

        async Task<EngineDescription> AskAsync(CancellationToken token)
        {
            var version = await ReadAsync("version", DockerJson.Default.VersionResponse, token);
            // Debian's build of Docker leaves its name empty, and Podman names its platform there.
            var name = version.Components?.Any(static component => component.Name == "Podman Engine") is true ? "Podman"
                : version.Platform?.Name is { Length: > 0 } platform ? Printable(platform)
                : "Docker Engine";
            return new EngineDescription($"{name} {Printable(version.Version)}", Printable(version.APIVersion));
        }
    }

    public Task<ContainerList> ListAsync(CancellationToken cancellationToken) =>
        ListAsync(ListPath, EngineFollower.ListTimeout, isOfAll: true, cancellationToken);

    public Task<ContainerList> ListAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        // Docker reads an id in a filter as a regular expression: only letters and digits may be in it.
        return ids.All(static id => id.All(char.IsAsciiLetterOrDigit))
            ? ListAsync(
                $"{ListPath}&filters={Filter("id", ids)}", EngineFollower.RequestTimeout, isOfAll: false, cancellationToken)
            : ListAsync(cancellationToken);
    }

    public async IAsyncEnumerable<ImmutableArray<ContainerEvent>> Watch(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var since = (timeProvider.GetUtcNow() - Replay).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var path = $"events?since={since}&filters={Filter("type", ["container"])}";
        using var response = await CallAsync(EngineFollower.ListTimeout, token => GetAsync(path, token), cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var isPodman = response.Headers.TryGetValues("Libpod-Api-Version", out _);
        var reader = new EventReader(stream, isPodman);
        yield return [];
        while (await ReadAsync() is { } events)
            yield return events;

        async Task<ImmutableArray<ContainerEvent>?> ReadAsync()
        {
            try
            {
                return await reader.ReadAsync(cancellationToken);
            }
            catch (JsonException e)
            {
                throw new EngineUnavailableException("its event stream is not Docker's JSON", e);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                throw DockerFailure.Explain(e, address);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Printable(string? text) => EngineText.FirstLine(text ?? "");

    private static string Filter(string name, IReadOnlyCollection<string> values)
    {
        var members = string.Join(',', values.Select(value => $"\"{JavaScriptEncoder.Default.Encode(value)}\":true"));
        return Uri.EscapeDataString($"{{\"{name}\":{{{members}}}}}");
    }

    private async Task<ContainerList> ListAsync(
        string path, TimeSpan timeout, bool isOfAll, CancellationToken cancellationToken)
    {
        var (containers, unreadable, withoutMounts) =
            await CallAsync(timeout, token => ListOnceAsync(path, token), cancellationToken);
        if (withoutMounts.Count > 0)
        {
            containers = await InspectAsync(containers, withoutMounts, unreadable, cancellationToken);
            if (isOfAll)
            {
                foreach (var id in _inspected.Keys.Except(withoutMounts))
                    _inspected.TryRemove(id, out _);
            }
        }

        if (isOfAll)
            _listed = ById(containers);
        return new ContainerList(containers, [.. unreadable]);
    }

    private static Dictionary<string, Container> ById(ImmutableArray<Container> containers)
    {
        var byId = new Dictionary<string, Container>(containers.Length, StringComparer.Ordinal);
        foreach (var container in containers)
            byId[container.Id] = container;
        return byId;
    }

    private async Task<(ImmutableArray<Container>, List<UnreadableContainer>, HashSet<string>)> ListOnceAsync(
        string path, CancellationToken cancellationToken)
    {
        using var response = await GetAsync(path, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var containers = ImmutableArray.CreateBuilder<Container>();
        var unreadable = new List<UnreadableContainer>();
        var withoutMounts = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        await new JsonItems(stream, MaxContainerBytes, MaxListBytes).ReadAsync(Take, cancellationToken);
        if (containers.Count == 0 && unreadable.Count > 0)
            throw new JsonException("None of the entries is a container.");
        return (containers.DrainToImmutable(), unreadable, withoutMounts);

        void Take(ref Utf8JsonReader reader, bool isWhole)
        {
            index++;
            var beginning = reader;
            try
            {
                if (!isWhole)
                    throw new JsonException($"it has more than {MaxContainerBytes >> 20} MiB");
                var container = ContainerJson.Read(ref reader, Describes, out var hasMounts);
                containers.Add(_listed.TryGetValue(container.Id, out var known) && known == container ? known : container);
                if (!hasMounts)
                    withoutMounts.Add(container.Id);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                if (unreadable.Count == MaxUnreadable)
                    throw new JsonException("Too many of the entries are not containers.", e);
                unreadable.Add(new UnreadableContainer(
                    Printable(ContainerJson.TryReadId(ref beginning) ?? $"number {index}"),
                    e is JsonException ? e.Message : "it is not valid UTF-8"));
            }
        }
    }

    /// <summary>
    /// Asks for the mounts of each container that the engine lists without mounts, once: Podman before 4.0 does so with all
    /// of them, and a count of 0 would be wrong. A container whose mounts cannot be had is left out.
    /// </summary>
    private async Task<ImmutableArray<Container>> InspectAsync(
        ImmutableArray<Container> containers,
        HashSet<string> ids,
        List<UnreadableContainer> unreadable,
        CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxInspections, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ids.Where(id => !_inspected.ContainsKey(id)), options, async (id, token) =>
        {
            try
            {
                var path = $"containers/{Uri.EscapeDataString(id)}/json";
                _inspected[id] = await CallAsync(
                    EngineFollower.RequestTimeout,
                    async once => ContainerJson.MountsOf(await ReadAsync(path, DockerJson.Default.InspectedContainer, once)),
                    token);
            }
            catch (DockerStatusException e) when (e.Status == HttpStatusCode.NotFound)
            {
                // It no longer exists.
            }
            catch (EngineUnavailableException e)
            {
                var reason = $"the list has no mounts, and inspecting it failed: {e.Message}";
                lock (unreadable)
                    unreadable.Add(new UnreadableContainer(Printable(id), reason));
            }
        });
        return
        [
            .. containers
                .Where(container => !ids.Contains(container.Id) || _inspected.ContainsKey(container.Id))
                .Select(container => ids.Contains(container.Id)
                    ? container with { Mounts = new(_inspected[container.Id]) }
                    : container),
        ];
    }

    private async Task<T> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await GetAsync(path, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new InvalidDataException($"it answered with more than {MaxAnswerBytes >> 20} MiB");
        }

        return await response.Content.ReadFromJsonAsync(type, cancellationToken)
            ?? throw new JsonException("The answer is null.");
    }

    /// <summary>
    /// Asks without a version of the API; where the engine refuses that, with the newest one that the engine and the plugin
    /// know.
    /// </summary>
    private async Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken)
    {
        var version = Volatile.Read(ref _apiVersion);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var response = await GetOnceAsync(version is null ? path : $"v{version}/{path}", cancellationToken);
                Volatile.Write(ref _apiVersion, version);
                return response;
            }
            catch (DockerStatusException e) when (attempt < MaxVersionAttempts && ApiVersion.Next(version, e) is { } next)
            {
                version = next;
            }
        }
    }

    private async Task<HttpResponseMessage> GetOnceAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
            return response;

        using (response)
        {
            var body = new byte[MaxErrorBytes];
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
            throw new DockerStatusException(
                response.StatusCode,
                Printable(Encoding.UTF8.GetString(body, 0, length)),
                response.Headers.TryGetValues("Api-Version", out var versions) ? versions.First() : null);
        }
    }

    /// <summary>
    /// Makes a call with a deadline. Any failure means that the engine cannot be asked now: it may answer anything, so that
    /// every exception but our own cancellation is taken for one.
    /// </summary>
    private async Task<T> CallAsync<T>(
        TimeSpan timeout, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await Deadline.RunAsync(timeout, timeProvider, call, cancellationToken);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw DockerFailure.Explain(e, address);
        }
    }
}
