using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>What a plugin can do that takes a view away from everybody. These tests share a Scope with no others.</summary>
public abstract class CrashTests(ScopeFixture scopes, SampleContainers samples, Engine engine) : ScopeTests(scopes)
{
    [Fact]
    public async Task TableKey_WithoutASeparator_TakesTheContainerViewAway()
    {
        var id = await samples.IdAsync(engine, "running", 1);
        await using var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory);
        plugin.Report = report =>
        {
            report.AddTable("mounts-", "path");
            report.SetLatest(NodeId.OfContainer(id), "mounts-total", "1");
        };

        await EventuallyAsync(ViewBreaksAsync, broken => broken, "the container view breaks");

        await PluginIsOkAsync(plugin.Id);
        await plugin.DisposeAsync();
        await EventuallyAsync(ViewBreaksAsync, broken => !broken, "the container view is back");
    }

    private async Task<bool> ViewBreaksAsync()
    {
        try
        {
            await Scope.ContainerViewAsync();
            return false;
        }
        catch (ScopeViewException)
        {
            return true;
        }
    }

    public sealed class OnContractScope(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
        : CrashTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;

    public sealed class OnRealScope(RealScopeFixture scopes, SampleContainers samples, Engine engine)
        : CrashTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
}
