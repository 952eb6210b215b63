using VolumeCount.Engines.Cri;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Tests.Cri;

namespace VolumeCount.Tests.Unit.Engines.Cri;

/// <summary>The first report of a node with as many containers as 150 pods have.</summary>
public sealed class LargeNodeTests
{
    private const int Count = 600;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstReport_HasAllContainersAfterOneStatusOfEach()
    {
        await using var runtime = await ScriptedRuntime.StartAsync();
        for (var i = 0; i < Count; i++)
            runtime.Create(mounts: 5, silently: true);
        using var statuses = new SemaphoreSlim(CriEngine.MaxParallelStatuses);
        runtime.BeforeStatus = async (_, _) =>
        {
            Assert.True(statuses.Wait(TimeSpan.Zero, CancellationToken.None), "No more statuses are asked for at once");
            await Task.Yield();
            statuses.Release();
        };
        using var engine = new CriEngine(runtime.SocketPath, describes: true, TimeProvider.System);
        using var lifetime = new FakeLifetime();
        var (options, log) = (new InventoryOptions(), new RecordingLogger<ContainerInventory>());
        using var publisher = new SnapshotPublisher(options, TimeProvider.System, log);
        using var inventory = new ContainerInventory(engine, publisher, options, lifetime, TimeProvider.System, log);

        await inventory.StartAsync(Cancellation);
        await Wait.UntilAsync(() => !publisher.Current.Containers.IsEmpty, "the containers are known", Cancellation);
        var report = VolumeCountReport.From(publisher.Current);
        await inventory.StopAsync(Cancellation);

        Assert.Equal(Enumerable.Repeat(5, Count), report.Containers.Select(node => node.VolumeCount));
        Assert.Equal(Count, runtime.CallNames.Count(name => name == "ContainerStatus"));
    }
}
