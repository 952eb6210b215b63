using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Benchmarks.Micro;

/// <summary>What the inventory does with what Docker tells and lists, without Docker.</summary>
public class InventoryBenchmarks
{
    private const int MountCycle = 7;

    private readonly ContainerSet _set = new();
    private ImmutableArray<Container> _listed;
    private Container _other = null!;

    /// <summary>How many containers there are.</summary>
    [Params(10, 1_000, 10_000)]
    public int Known { get; set; }

    /// <summary>Makes the containers, and checks what is measured.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        ImmutableArray<Container> containers =
            [.. Enumerable.Range(0, Known).Select(static i => Containers.Random(i % MountCycle))];
        // Docker's list is read anew each time: the same containers, but not the same objects. Only words are shared.
        _listed =
        [
            .. containers.Select(static container => new Container(
                new(container.Id),
                [.. container.Mounts.Select(
                    static mount => mount with { Destination = new(mount.Destination), Source = new(mount.Source) })])),
        ];
        _other = Containers.Random(MountCycle);
        _set.Complete(_set.BeginAll(), containers);

        if (FullReconciliation() != Known || OneComesAndGoes() != 2 * Known + 1)
            throw new InvalidOperationException("The inventory does not hold what it was told.");
    }

    /// <summary>A container comes, is asked for, and goes, with a snapshot after each.</summary>
    /// <returns>How many containers were in both snapshots.</returns>
    [Benchmark]
    public int OneComesAndGoes()
    {
        _set.Apply(new ContainerEvent(ContainerEventKind.Changed, _other.Id));
        _set.Complete(_set.BeginSome()!, [_other]);
        var with = _set.ToImmutableArray().Length;
        _set.Apply(new ContainerEvent(ContainerEventKind.Removed, _other.Id));
        return with + _set.ToImmutableArray().Length;
    }

    /// <summary>An event that changes no mounts, of a container that is known.</summary>
    [Benchmark]
    public bool IrrelevantEvent() => _set.Apply(new ContainerEvent(ContainerEventKind.Seen, _listed[0].Id));

    /// <summary>Docker's list of all containers, in which nothing is new.</summary>
    /// <returns>How many containers are known.</returns>
    [Benchmark]
    public int FullReconciliation()
    {
        _set.Complete(_set.BeginAll(), _listed);
        return _set.ToImmutableArray().Length;
    }
}
