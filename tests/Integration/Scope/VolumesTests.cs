using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>What a person who watches containers in Scope sees of the plugin, while all goes well.</summary>
[Trait(TestForm.Name, TestForm.Any)]
public abstract class VolumesTests(ScopeFixture scopes, SampleContainers samples, Engine engine) : ScopeTests(scopes)
{
    private IPluginUnderTest? _plugin;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _plugin = await PluginUnderTest.StartAsync(PluginsDirectory);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_plugin is not null)
            await _plugin.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Plugin_WhileItServes_IsListedAsOkUnderItsLabel()
    {
        var plugin = await PluginIsOkAsync(PluginUnderTest.Id);

        Assert.Equal(new ScopePlugin(PluginUnderTest.Id, PluginUnderTest.Label, "ok"), plugin);
    }

    [Theory]
    [MemberData(nameof(SampleContainers.All), MemberType = typeof(SampleContainers))]
    public async Task Panel_OfAContainer_BeginsWithTheNumberOfItsVolumes(string state, int mounts)
    {
        var id = await samples.IdAsync(engine, state, mounts);
        Assert.Equal((state, mounts), await DockerCli.InspectAsync(id));

        var panel = await PanelWithVolumesAsync(id, mounts);

        Assert.Equal(new PanelRow(PluginUnderTest.Row, "# Volumes", $"{mounts}"), panel.Rows[0]);
        // The node is Docker's own: the one to which Scope's probe has given the container's id as a row.
        Assert.Equal(id, panel["docker_container_id"]);
    }

    [Fact]
    public async Task Panel_OfAContainer_HasAListOfItsVolumes()
    {
        var id = await engine.CreateAsync(
            "--volume", "/b__anonymous_", "--volume", $"{PluginsDirectory}:/a%20bind:ro",
            "--mount", "type=tmpfs,destination=/c___tmpfs", "--mount", "type=volume,destination=/d");

        var panel = await PanelWithVolumesAsync(id, 4);

        var list = panel.Table("volumes")!;
        Assert.Equal("Volumes", list.Label);
        Assert.Empty(list.Columns);
        Assert.Equal(
            [
                $"label=/a%20bind value={PluginsDirectory} (bind, ro)",
                $"label=/b__anonymous_ value={await ShortNameAsync("/b__anonymous_")} (anonymous volume)",
                "label=/c___tmpfs value=tmpfs",
                $"label=/d value={await ShortNameAsync("/d")} (anonymous volume)",
            ],
            list.Lines);

        async Task<string> ShortNameAsync(string destination) =>
            $"{(await DockerCli.VolumeNameAsync(id, destination))[..12]}…";
    }

    [Theory]
    [InlineData("running", "attach", "exec", "pause", "restart", "stop")]
    [InlineData("paused", "unpause")]
    [InlineData("exited", "remove", "start")]
    [InlineData("created", "remove", "start")]
    public async Task Panel_OfAContainer_KeepsScopesOwnControls(string state, params string[] controls)
    {
        var id = await samples.IdAsync(engine, state, 2);

        var panel = await PanelWithAsync(id, PluginUnderTest.Row);

        Assert.Equal(controls.Select(control => $"docker_{control}_container"), panel.Controls);
    }

    [Fact]
    public async Task Nodes_WhileThePluginReports_AreTheContainersThatDockerHas()
    {
        await PanelWithAsync(await samples.IdAsync(engine, "created", 1), PluginUnderTest.Row);

        // Others create and remove containers in the same engine: look until nothing happened in between.
        await EventuallyAsync(
            async () =>
            {
                var before = await DockerCli.AllIdsAsync();
                var merged = await Scope.ContainerNodesAsync();
                var drawn = await Scope.ContainerViewAsync();
                var after = await DockerCli.AllIdsAsync();
                return new { before, merged, drawn, after };
            },
            look => look.before.SetEquals(look.after)
                && look.before.Count == look.merged.Count
                && look.before.Count == look.drawn.Count
                && look.before.Select(NodeId.OfContainer).ToHashSet().SetEquals(look.merged)
                && look.before.Select(NodeId.OfContainer).ToHashSet().SetEquals(look.drawn),
            "Scope has and draws exactly the containers of docker ps --all");
    }

    [Fact]
    public async Task Container_OnceCreatedAndThenRemoved_GetsItsCountAndDisappears()
    {
        var id = await engine.RunAsync("--volume", "/a", "--mount", "type=tmpfs,destination=/b");

        await PanelWithVolumesAsync(id, 2);
        await DockerCli.RunAsync("rm", "--force", "--volumes", id);

        await EventuallyAsync(
            Scope.ContainerNodesAsync, nodes => !nodes.Contains(NodeId.OfContainer(id)), $"the removed {id} is gone");
        await EventuallyAsync(Scope.ContainerViewAsync, nodes => !nodes.Contains(""), "no blank node stays in its place");
    }

    [Fact]
    public async Task Neighbour_ThatReportsOnTheSameContainer_DisturbsNeitherPlugin()
    {
        var id = await samples.IdAsync(engine, "running", 5);
        await using var neighbour = await ScriptedPlugin.StartAsync(PluginsDirectory);
        neighbour.Report = report => report.AddRow(id, "neighbour", "Neighbour", "good morning");

        var panel = await PanelAsync(
            id, panel => panel[PluginUnderTest.Row] == "5" && panel["neighbour"] is not null, "a row of either plugin");

        Assert.Equal(PluginUnderTest.Row, panel.Rows[0].Id);
        Assert.Equal("good morning", panel["neighbour"]);
        await PluginIsOkAsync(neighbour.Id);
        await PluginIsOkAsync(PluginUnderTest.Id);
    }

    public sealed class OnContractScope(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
        : VolumesTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;

    public sealed class OnRealScope(RealScopeFixture scopes, SampleContainers samples, Engine engine)
        : VolumesTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
}
