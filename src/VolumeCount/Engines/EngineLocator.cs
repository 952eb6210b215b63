using VolumeCount.Engines.Cri;
using VolumeCount.Engines.Docker;
using VolumeCount.Inventory;
using VolumeCount.Logging;

namespace VolumeCount.Engines;

/// <summary>Chooses the container engine to ask. The candidates are tried in their order.</summary>
internal sealed class EngineLocator(
    EngineOptions options, IEnumerable<EngineCandidate> candidates, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The sockets that are looked for.</summary>
    public IReadOnlyList<EngineCandidate> Candidates { get; } =
        [.. candidates.Where(candidate => options.Kind is EngineKind.Auto || candidate.Kind == options.Kind)];

    /// <summary>Returns the engine whose address is given, or one that is found later.</summary>
    public static IContainerEngine Locate(EngineOptions options, TimeProvider timeProvider, ILogger logger)
    {
        var locator = new EngineLocator(options, EngineCandidate.All, timeProvider, logger);
        return locator.Given() ?? new FoundEngine(locator);
    }

    /// <summary>The engine whose address is given; null without an address.</summary>
    public IContainerEngine? Given() => options switch
    {
        { DockerHost: { } address, Kind: not EngineKind.Cri } => CreateDocker(address),
        { CriEndpoint: { } path, Kind: EngineKind.Auto or EngineKind.Cri } => CreateCri(path),
        _ => null,
    };

    /// <summary>Finds the first engine whose socket exists.</summary>
    /// <exception cref="EngineUnavailableException">No such socket exists, or no engine listens there.</exception>
    public async Task<IContainerEngine> FindAsync(CancellationToken cancellationToken)
    {
        var unused = new List<string>();
        foreach (var candidate in Candidates)
        {
            if (candidate.UnusableReason is { } reason)
            {
                unused.Add($"{candidate.SocketPath} {reason}");
                continue;
            }

            var engine = Create(candidate);
            if (engine is CriEngine runtime && await UnfitReasonAsync(runtime, cancellationToken) is { } unfit)
            {
                runtime.Dispose();
                unused.Add($"{candidate.SocketPath} {unfit}");
                continue;
            }

            logger.LogEngineChosen(engine.Name, engine.Address, unused.Count == 0 ? "nothing" : string.Join(", ", unused));
            return engine;
        }

        throw new EngineUnavailableException(
            $"{string.Join(", ", unused)}; start an engine, mount the folder of its socket, or name its address with "
            + "--docker-host or --cri-endpoint");
    }

    private IContainerEngine Create(EngineCandidate candidate) => candidate.Kind is EngineKind.Cri
        ? CreateCri(candidate.SocketPath)
        : CreateDocker(DockerAddress.OfSocket(candidate.SocketPath));

    private DockerEngine CreateDocker(DockerAddress address) =>
        new(address, timeProvider) { Describes = options.Describe is DescribeMode.Always };

    private CriEngine CreateCri(string socketPath) =>
        new(socketPath, describes: options.Describe is not DescribeMode.Never, timeProvider);

    /// <summary>
    /// Why a runtime that was not asked for by name is not that of a node of Kubernetes: a containerd may serve only Docker.
    /// </summary>
    private async Task<string?> UnfitReasonAsync(CriEngine runtime, CancellationToken cancellationToken)
    {
        try
        {
            return options.Kind is not EngineKind.Auto || await runtime.HasPodsAsync(cancellationToken)
                ? null
                : "runs no pods";
        }
        catch (EngineUnavailableException e)
        {
            return $"cannot be asked: {e.Message}";
        }
    }
}
