using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>The least that a report can say of a container, a count with its time, and why that is the least.</summary>
public abstract class LeanReportTests(ScopeFixture scopes, SampleContainers samples, Engine engine) : ScopeTests(scopes)
{
    private const int ManyContainers = 10_000;

    [Fact]
    public async Task Report_OfCountsAlone_IsMergedAndShownInFull()
    {
        var id = await samples.IdAsync(engine, "running", 5);
        await using var plugin = await PluginProcess.StartAsync(
            PluginsDirectory, "--docker-host", Engine.Host, "--report-budget", "0");

        var panel = await PanelWithVolumesAsync(id, 5);

        Assert.Equal(new PanelRow(PluginUnderTest.Row, "# Volumes", "5"), panel.Rows[0]);
        Assert.Equal(id, panel["docker_container_id"]);
        Assert.Null(panel.Table("volumes"));
        await PluginIsOkAsync(PluginUnderTest.Id);
    }

    [Fact]
    public async Task Report_OfTenThousandCounts_IsTakenWhole()
    {
        var containers = Enumerable.Range(0, ManyContainers).Select(i => i.ToString("x64")).ToList();
        await using var docker = await ScriptedEngine.StartWithContainersAsync(
            $"[{string.Join(',', containers.Select(id => $$"""{"Id":"{{id}}","Mounts":[]}"""))}]");
        await using var plugin = await PluginProcess.StartAsync(
            PluginsDirectory, "--docker-host", docker.Uri.ToString(), "--report-budget", "0");

        await EventuallyAsync(
            async () => (await Scope.ContainerNodesAsync()).Count(
                containers.Select(NodeId.OfContainer).ToHashSet().Contains),
            merged => merged == ManyContainers,
            "all nodes are merged");

        await PluginIsOkAsync(PluginUnderTest.Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Value_OfTwoReports_IsTheOneWithTheNewerTime(int newer)
    {
        // A container of its own: others look at the panels of those that they share.
        var id = await engine.CreateAsync();
        var key = $"count_of_{id[..12]}";
        await using var first = await StartAsync("a", "0");
        await using var second = await StartAsync("b", "1");

        await PanelAsync(id, panel => panel[first.Id] == "seen" && panel[second.Id] == "seen", "a row of either plugin");
        var panel = await PanelWithAsync(id, key);

        Assert.Equal($"{newer}", panel[key]);

        async Task<ScriptedPlugin> StartAsync(string name, string count)
        {
            var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory, $"{name}-{id[..12]}");
            var time = count == $"{newer}" ? "2026-01-01T00:00:01Z" : "2026-01-01T00:00:00Z";
            plugin.Report = report =>
            {
                report.AddRow(id, plugin.Id, "Seen", "seen");
                report.AddTemplate(key, "Count", priority: 5);
                report.Node(
                    NodeId.OfContainer(id))["latest"]![key] = new JsonObject { ["timestamp"] = time, ["value"] = count };
            };
            return plugin;
        }
    }

    public sealed class OnContractScope(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
        : LeanReportTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;

    public sealed class OnRealScope(RealScopeFixture scopes, SampleContainers samples, Engine engine)
        : LeanReportTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
}
