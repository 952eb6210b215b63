using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>Docker goes away and comes back, under Scope and under the plugin.</summary>
[Trait(TestForm.Name, TestForm.Any)]
public abstract class DockerRestartTests(ScopeFixture scopes) : ScopeTests(scopes)
{
    private OwnEngine? _docker;

    private OwnEngine Docker => _docker!;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (_docker is not null)
            await _docker.DisposeAsync();
    }

    [Fact]
    public async Task Restart_OfDocker_LeavesNoGhostsAndBringsEveryCountBack()
    {
        var id = await Docker.CreateContainerAsync("--volume", "/a", "--volume", "/b");
        await using var plugin = await PluginUnderTest.StartAsync(PluginsDirectory, Docker.Host);
        await PanelAsync(id, panel => panel[PluginUnderTest.Row] == "2", "the row of our plugin");

        await Docker.StopAsync();
        await ContainersAreAsync();
        Assert.Equal("ok", (await FindPluginAsync(PluginUnderTest.Id))?.Status);
        await Docker.StartAsync();
        var next = await Docker.CreateContainerAsync("--volume", "/c");

        var panel = await PanelAsync(next, panel => panel[PluginUnderTest.Row] == "1", "the row of our plugin");
        Assert.Equal(PluginUnderTest.Row, panel.Rows[0].Id);
        await PanelAsync(id, panel => panel[PluginUnderTest.Row] == "2", "the row of our plugin");
        await ContainersAreAsync(id, next);
        await PluginIsOkAsync(PluginUnderTest.Id);
    }

    private protected override async Task<IScope> StartScopeAsync(ScopeFixture scopes)
    {
        _docker = await OwnEngine.CreateAsync();
        return await scopes.GetAsync(_docker.Socket);
    }

    /// <summary>Waits until Scope has and draws nodes for these containers, and no others.</summary>
    private async Task ContainersAreAsync(params string[] ids)
    {
        var expected = ids.Select(NodeId.OfContainer).Order(StringComparer.Ordinal).ToList();
        await EventuallyAsync(
            async () => (await Scope.ContainerNodesAsync()).Order(StringComparer.Ordinal),
            nodes => nodes.SequenceEqual(expected),
            $"Scope has exactly the nodes [{string.Join(", ", expected)}]");
        await EventuallyAsync(
            async () => (await Scope.ContainerViewAsync()).Order(StringComparer.Ordinal),
            nodes => nodes.SequenceEqual(expected),
            $"Scope draws exactly the nodes [{string.Join(", ", expected)}]");
    }

    public sealed class OnContractScope(ContractScopeFixture scopes)
        : DockerRestartTests(scopes), IClassFixture<ContractScopeFixture>;

    public sealed class OnRealScope(RealScopeFixture scopes)
        : DockerRestartTests(scopes), IClassFixture<RealScopeFixture>;
}
