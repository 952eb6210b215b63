using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VolumeCount.Inventory;

namespace VolumeCount.Engines;

/// <summary>The engine that is found at a call, if one was not found at an earlier call.</summary>
internal sealed class FoundEngine(EngineLocator locator) : IContainerEngine, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private volatile IContainerEngine? _engine;

    public string Name => _engine?.Name ?? "A container engine";

    public string Address => _engine?.Address ?? $"unix://{ExpectedPath} or another known socket";

    public string? SocketPath => _engine is { } engine ? engine.SocketPath : ExpectedPath;

    // The socket that will be used, unless it turns out not to be that of an engine for containers of the machine.
    private string ExpectedPath => locator.Candidates
        .FirstOrDefault(static candidate => candidate.UnusableReason is null, locator.Candidates[0])
        .SocketPath;

    public async Task<EngineDescription> DescribeAsync(CancellationToken cancellationToken) =>
        await (await GetAsync(cancellationToken)).DescribeAsync(cancellationToken);

    public async Task<ContainerList> ListAsync(CancellationToken cancellationToken) =>
        await (await GetAsync(cancellationToken)).ListAsync(cancellationToken);

    public async Task<ContainerList> ListAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        await (await GetAsync(cancellationToken)).ListAsync(ids, cancellationToken);

    public async IAsyncEnumerable<ImmutableArray<ContainerEvent>> Watch(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if ((await GetAsync(cancellationToken)).Watch(cancellationToken) is not { } stream)
            yield break;

        await foreach (var events in stream.WithCancellation(cancellationToken))
            yield return events;
    }

    public async Task<ImmutableArray<UsageSample>?> MeasureAsync(CancellationToken cancellationToken) =>
        await (await GetAsync(cancellationToken)).MeasureAsync(cancellationToken);

    public void Dispose()
    {
        (_engine as IDisposable)?.Dispose();
        _gate.Dispose();
    }

    private async Task<IContainerEngine> GetAsync(CancellationToken cancellationToken)
    {
        if (_engine is { } found)
            return found;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _engine ??= await locator.FindAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}
