using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>How a plugin that comes, goes, breaks down or is replaced looks to Scope.</summary>
[Trait(TestForm.Name, TestForm.Any)]
public abstract class PluginLifeTests(ScopeFixture scopes, SampleContainers samples, Engine engine) : ScopeTests(scopes)
{
    private const int ManyContainers = 2_000;

    [Fact]
    public async Task Stop_OfThePlugin_TakesItOffTheListAndItsRowOffThePanel()
    {
        var id = await samples.IdAsync(engine, "running", 1);
        await using var plugin = await PluginUnderTest.StartAsync(PluginsDirectory);
        await PanelAsync(id, panel => panel[PluginUnderTest.Row] == "1", "a row of our plugin");

        await plugin.StopAsync();

        await EventuallyAsync(
            () => FindPluginAsync(PluginUnderTest.Id), plugin => plugin is null, "the stopped plugin is off the list");
        await PanelAsync(id, panel => panel[PluginUnderTest.Row] is null, "no row of our plugin any more");
    }

    [Fact]
    public async Task Kill_OfThePlugin_ShowsAnErrorUntilAnotherIsStarted()
    {
        await using var killed = await PluginUnderTest.StartAsync(PluginsDirectory);
        await PluginIsOkAsync(PluginUnderTest.Id);

        await killed.KillAsync();
        var failed = await PluginAsync(PluginUnderTest.Id, status => status != "ok", "an error");
        await using var next = await PluginUnderTest.StartAsync(PluginsDirectory);

        Assert.Matches("^error: .*connection refused$", failed.Status);
        Assert.Equal(PluginUnderTest.Label, failed.Label);
        await PluginIsOkAsync(PluginUnderTest.Id);
    }

    [Fact]
    public async Task Start_OfASecondInstance_NeverShowsAnError()
    {
        await using var first = await PluginUnderTest.StartAsync(PluginsDirectory);
        await PluginIsOkAsync(PluginUnderTest.Id);

        await using var second = await PluginUnderTest.StartAsync(PluginsDirectory);
        await first.WaitForExitAsync();
        // Only the second can know of this container: until its row is there, the plugin must look well.
        var id = await engine.CreateAsync("--volume", "/a");
        var statuses = new HashSet<string?>();
        await EventuallyAsync(
            async () =>
            {
                statuses.Add((await FindPluginAsync(PluginUnderTest.Id))?.Status);
                return await Scope.PanelAsync(NodeId.OfContainer(id));
            },
            panel => panel?[PluginUnderTest.Row] == "1",
            "the second instance's row is there");

        Assert.Equal(["ok"], statuses);
    }

    [Fact]
    public async Task Report_OfTwoThousandContainers_IsTakenWhole()
    {
        var ids = Enumerable.Range(1, ManyContainers).Select(number => $"{number:x64}").ToList();
        await using var docker = await ScriptedEngine.StartWithContainersAsync(
            $"[{string.Join(',', ids.Select(id => $$"""{"Id":"{{id}}","Mounts":[{},{},{}]}"""))}]");
        await using var plugin = await PluginUnderTest.StartAsync(PluginsDirectory, docker.Uri.ToString());

        await EventuallyAsync(
            async () => (await Scope.ContainerNodesAsync()).Count(ids.Select(NodeId.OfContainer).ToHashSet().Contains),
            merged => merged == ManyContainers,
            "all nodes are there");

        await PluginIsOkAsync(PluginUnderTest.Id);
    }

    public sealed class OnContractScope(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
        : PluginLifeTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;

    public sealed class OnRealScope(RealScopeFixture scopes, SampleContainers samples, Engine engine)
        : PluginLifeTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
}
