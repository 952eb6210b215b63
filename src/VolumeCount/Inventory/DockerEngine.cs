using System.Collections.Immutable;
using System.Net.Sockets;
using System.Text.Json;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace VolumeCount.Inventory;

/// <summary>Asks a Docker engine through its HTTP API, with a deadline on every call.</summary>
internal sealed class DockerEngine(Uri dockerHost, TimeProvider timeProvider) : IDockerEngine, IDisposable
{
    /// <summary>How long a call may take. An engine with 10,000 containers lists them in well under a second.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    private static readonly ContainersListParameters AllContainers = new() { All = true };

    private readonly DockerClient _client = new DockerClientBuilder().WithEndpoint(dockerHost).Build();
    private readonly SharedStrings _words = new();

    /// <inheritdoc/>
    public async Task<EngineVersion> GetVersionAsync(CancellationToken cancellationToken)
    {
        var version = await CallAsync(_client.System.GetVersionAsync, cancellationToken);
        // Debian's build of the engine leaves its name empty.
        var name = version.Platform?.Name is { Length: > 0 } platform ? platform : "Docker Engine";
        return new EngineVersion($"{name} {version.Version}", version.APIVersion);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Container>> ListContainersAsync(CancellationToken cancellationToken)
    {
        var containers = await CallAsync(
            token => _client.Containers.ListContainersAsync(AllContainers, token), cancellationToken);
        return [.. containers.Select(Describe)];
    }

    public void Dispose() => _client.Dispose();

    private Container Describe(ContainerListResponse container) => new(
        container.ID,
        container.Names?.FirstOrDefault()?.TrimStart('/') ?? "",
        container.State ?? "",
        // Docker's own order is random.
        [.. (container.Mounts ?? []).Select(Describe).OrderBy(mount => mount.Destination, StringComparer.Ordinal)]);

    private Mount Describe(MountPoint mount) => new(
        mount.Destination ?? "",
        _words.Share(mount.Type ?? ""),
        mount.Name is { Length: > 0 } volume ? volume : mount.Source ?? "",
        _words.Share(mount.Driver ?? ""),
        mount.RW);

    /// <summary>
    /// Whatever goes wrong in a call means that Docker cannot be asked now. The engine may answer anything, so the last
    /// resort takes every exception but our own cancellation.
    /// </summary>
    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(CallTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DockerUnavailableException($"it did not answer within {CallTimeout.TotalSeconds} s", e);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DockerUnavailableException(Explain(e), e);
        }
    }

    private string Explain(Exception failure) => (failure, failure.GetBaseException()) switch
    {
        (DockerApiException api, _) => $"it answered with status {(int)api.StatusCode}: {FirstLine(api.ResponseBody ?? "")}",
        (_, SocketException { SocketErrorCode: SocketError.AccessDenied }) =>
            "permission denied; run as root, or as a member of the group that owns the socket (usually 'docker')",
        (_, SocketException { SocketErrorCode: SocketError.ConnectionRefused }) => "nothing listens there; see that Docker is running",
        (_, SocketException) when dockerHost.Scheme == "unix" && !File.Exists(dockerHost.LocalPath) =>
            "the socket does not exist; see that Docker is running and, in a container, that its socket is mounted",
        (_, JsonException) => "it answered something that is not Docker's JSON",
        (_, var cause) => FirstLine(cause.Message),
    };

    private static string FirstLine(string text) => text.AsSpan().Trim().ToString().Split('\n', 2)[0].TrimEnd('\r', '.');
}
