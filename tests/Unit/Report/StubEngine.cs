using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Report;

/// <summary>An engine that has the given containers, or none of the manners to answer at all.</summary>
internal sealed class StubEngine(params Container[]? containers) : IContainerEngine
{
    public string Name => "Docker";

    public string Address => "tcp://stub:2375/";

    public string? SocketPath => null;

    public Task<EngineDescription> DescribeAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new EngineDescription("Stub Engine 1.0", "1.44"));

    public Task<ContainerList> ListAsync(CancellationToken cancellationToken) => containers is null
        ? new TaskCompletionSource<ContainerList>().Task.WaitAsync(cancellationToken)
        : Task.FromResult(new ContainerList(containers.ToImmutableArray(), []));

    public Task<ContainerList> ListAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ListAsync(cancellationToken);

    /// <summary>What it measures; null if it does not measure its containers.</summary>
    public Func<ImmutableArray<UsageSample>?> Measure { get; set; } = static () => null;

    /// <summary>How often it was asked to measure.</summary>
    public int Measurements { get; private set; }

    public Task<ImmutableArray<UsageSample>?> MeasureAsync(CancellationToken cancellationToken)
    {
        Measurements++;
        return Task.FromResult(Measure());
    }

    public async IAsyncEnumerable<ImmutableArray<ContainerEvent>> Watch(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return [];
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
