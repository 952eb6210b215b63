using VolumeCount.Engines.Cri;
using VolumeCount.Engines.Docker;
using VolumeCount.Inventory;
using VolumeCount.Logging;

namespace VolumeCount.Engines;

/// <summary>Chooses the container engine to ask.</summary>
/// <param name="options">The kind of engine and the addresses.</param>
/// <param name="candidates">The sockets at which an engine may listen, in the order in which they are tried.</param>
/// <param name="timeProvider">The clock of the engine.</param>
/// <param name="logger">The logger of the choice.</param>
internal sealed class EngineLocator(
    EngineOptions options, IEnumerable<EngineCandidate> candidates, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The sockets that are looked for.</summary>
    public IReadOnlyList<EngineCandidate> Candidates { get; } =
        [.. candidates.Where(candidate => options.Kind is EngineKind.Auto || candidate.Kind == options.Kind)];

    /// <summary>The engine whose address is given; null if none is.</summary>
    public IContainerEngine? Given() => options switch
    {
        { DockerHost: { } address, Kind: not EngineKind.Cri } => new DockerEngine(address, timeProvider)
        {
            Describes = options.Describe is DescribeMode.Always,
        },
        { CriEndpoint: { } path, Kind: EngineKind.Auto or EngineKind.Cri } => CreateCri(path),
        _ => null,
    };

    /// <summary>Finds the first engine whose socket exists.</summary>
    /// <exception cref="EngineUnavailableException">None exists, or none that is meant.</exception>
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
        : new DockerEngine(DockerAddress.OfSocket(candidate.SocketPath), timeProvider)
        {
            Describes = options.Describe is DescribeMode.Always,
        };

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
