using Microsoft.Extensions.Time.Testing;
using VolumeCount.Scope.Contract;
using VolumeCount.Tests.Emulation;

namespace VolumeCount.Tests.Unit.Contract;

public sealed class ContractProbeTests : IDisposable
{
    // A clock that stands still: on a busy machine, 500 ms may pass during a response.
    private static readonly FakeTimeProvider Time = new();

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Spy_AfterAScan_AsksEachPluginInTheOrderOfTheirPaths()
    {
        await using var b = RawPlugin.Start(_folder.Combine("b.sock"), Reports.With(id: "b"));
        await using var a = RawPlugin.Start(_folder.Combine("a.sock"), "nonsense");
        using var probe = new ContractProbe(_folder.Path, Time);

        Assert.Empty(await SpyAsync(probe));
        probe.Scan();
        var answers = await SpyAsync(probe);

        Assert.Equal(["a", "b"], answers.Select(answer => answer.PluginId));
        Assert.Equal([false, true], answers.Select(answer => answer.IsOk));
    }

    [Fact]
    public async Task Spy_AfterAnotherScan_KeepsTheConnectionsOfPluginsThatAreStillThere()
    {
        await using var plugin = RawPlugin.Start(_folder.Combine("a.sock"), Reports.With(id: "a"));
        using var probe = new ContractProbe(_folder.Path, Time);

        for (var i = 0; i < 3; i++)
        {
            probe.Scan();
            Assert.Equal(i == 0, Assert.Single(await SpyAsync(probe)).Connected);
        }
    }

    [Fact]
    public async Task Spy_AfterAPluginWentAway_DoesNotAskIt()
    {
        using var probe = new ContractProbe(_folder.Path, Time);
        await using (RawPlugin.Start(_folder.Combine("a.sock"), Reports.With(id: "a")))
        {
            probe.Scan();
            Assert.Single(await SpyAsync(probe));
        }

        probe.Scan();

        Assert.Empty(await SpyAsync(probe));
    }

    [Fact]
    public void Timeout_IsThatOfScope() => Assert.Equal(TimeSpan.FromMilliseconds(500), PluginCheck.Timeout);

    public void Dispose() => _folder.Dispose();

    private static Task<IReadOnlyList<PluginAnswer>> SpyAsync(ContractProbe probe) =>
        probe.SpyAsync(TestContext.Current.CancellationToken);
}
