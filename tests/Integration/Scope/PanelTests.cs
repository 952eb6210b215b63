using System.Globalization;
using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>What a plugin can have drawn on a container's panel, and how it has to say so.</summary>
public abstract class PanelTests(ScopeFixture scopes, SampleContainers samples, Engine engine) : ScopeTests(scopes)
{
    private string _id = "";

    private string Node => NodeId.OfContainer(_id);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _id = await samples.IdAsync(engine, "running", 2);
    }

    [Fact]
    public async Task Table_OfSeveralColumns_HasTheColumnsOfItsTemplateAndTheRowsOfItsKeys()
    {
        await using var plugin = await StartAsync(report =>
        {
            var table = report.Unique("volumes_");
            report.AddTable(table, "destination", "driver", "mode");
            report.SetLatest(Node, $"{table}/b___mode", "ro");
            report.SetLatest(Node, $"{table}/b___destination", "/b");
            report.SetLatest(Node, $"{table}/B c___destination", "/B c");
            report.SetLatest(Node, $"{table}/a___driver", "local");
            report.SetLatest(Node, $"{table}/a___destination", "/a");
        });

        var table = await TableAsync(plugin, "volumes_");

        Assert.Equal($"Label of {table.Id}", table.Label);
        Assert.Equal([("destination", "DESTINATION"), ("driver", "DRIVER"), ("mode", "MODE")], table.Columns);
        Assert.Equal(["destination=/B c", "destination=/a driver=local", "destination=/b mode=ro"], table.Lines);
        await PluginIsOkAsync(plugin.Id);
    }

    [Theory]
    [InlineData("/srv/a_%5F%5Fb%5F", "/srv/a___b_")]
    [InlineData("/srv/a_b", "/srv/a_b")]
    [InlineData("/srv/100%25%5F", "/srv/100%_")]
    public async Task TableRow_WhoseUnderscoresAreEscaped_StaysOneRow(string row, string destination)
    {
        await using var plugin = await StartAsync(report =>
        {
            var table = report.Unique("volumes_");
            report.AddTable(table, "destination", "mode");
            report.SetLatest(Node, $"{table}{row}___destination", destination);
            report.SetLatest(Node, $"{table}{row}___mode", "ro");
        });

        var table = await TableAsync(plugin, "volumes_");

        Assert.Equal([$"destination={destination} mode=ro"], table.Lines);
    }

    [Theory]
    [InlineData("/a___b", "b")]
    [InlineData("/a_", "_mode")]
    public async Task TableRow_WhoseUnderscoresAreNotEscaped_LandsInAnotherCell(string row, string column)
    {
        await using var plugin = await StartAsync(report =>
        {
            var table = report.Unique("volumes_");
            report.AddTable(table, "mode");
            report.SetLatest(Node, $"{table}{row}___mode", "ro");
        });

        var table = await TableAsync(plugin, "volumes_");

        Assert.Equal([$"{column}=ro"], table.Lines);
    }

    [Fact]
    public async Task PropertyList_HasItsFixedRowsAndTheKeysWithItsPrefix()
    {
        await using var plugin = await StartAsync(report =>
        {
            var list = report.AddTable(report.Unique("options_"));
            list["fixedRows"] = new JsonObject
            {
                [report.Unique("driver")] = " Driver",
                ["docker_container_id"] = "Container",
            };
            report.SetLatest(Node, report.Unique("driver"), "local");
            report.SetLatest(Node, report.Unique("options_size"), "1 GB");
            report.SetLatest(Node, report.Unique("options_"), "none");
            report.SetLatest(Node, report.Unique("option"), "not in the list");
        });

        var list = await TableAsync(plugin, "options_");

        Assert.Empty(list.Columns);
        Assert.Equal(
            ["label= value=none", "label= Driver value=local", $"label=Container value={_id}", "label=size value=1 GB"],
            list.Lines);
    }

    [Fact]
    public async Task Table_WithoutAType_IsAListOfProperties()
    {
        await using var plugin = await StartAsync(report =>
        {
            report.AddTable(report.Unique("options_")).Remove("type");
            report.SetLatest(Node, report.Unique("options_a___b"), "c");
        });

        var list = await TableAsync(plugin, "options_");

        Assert.Equal(["label=a___b value=c"], list.Lines);
    }

    [Fact]
    public async Task Row_OfASet_HasItsValuesInTheirOrder()
    {
        await using var plugin = await StartAsync(report =>
        {
            report.AddTemplate(report.Unique("drivers"), "Drivers", priority: 5, from: "sets");
            report.Node(Node)["sets"] = new JsonObject { [report.Unique("drivers")] = ScriptedReport.Set("NFS", "local") };
        });

        var panel = await PanelWithAsync(_id, plugin.Script().Unique("drivers"));

        Assert.Equal("NFS, local", panel[plugin.Script().Unique("drivers")]);
    }

    [Fact]
    public async Task Row_OfACounter_HasItsNumber()
    {
        await using var plugin = await StartAsync(report =>
        {
            report.AddTemplate(report.Unique("orphans"), "Orphans", priority: 5, from: "counters");
            report.Node(Node)["counters"] = new JsonObject { [report.Unique("orphans")] = -12 };
        });

        var panel = await PanelWithAsync(_id, plugin.Script().Unique("orphans"));

        Assert.Equal("-12", panel[plugin.Script().Unique("orphans")]);
    }

    [Fact]
    public async Task Counter_WithTheNameOfTheTopology_EmptiesThePanel()
    {
        // A container of its own: others look at the panels of those that they share.
        _id = await engine.CreateAsync();
        await PanelWithAsync(_id, "docker_container_id");
        await using var plugin = await StartAsync(report =>
        {
            report.AddRow(_id, report.Unique("seen"), "Seen", "yes");
            report.Node(Node)["counters"] = new JsonObject { ["container"] = 1 };
        });

        await PanelAsync(_id, panel => panel.Rows.Count == 0 && panel.Tables.Count == 0, "no row and no table any more");

        await PluginIsOkAsync(plugin.Id);
    }

    [Fact]
    public async Task Metric_HasItsBoundsAndItsLastSample()
    {
        var start = DateTime.UtcNow.AddSeconds(-2);
        await using var plugin = await StartAsync(report =>
        {
            var key = report.Unique("usage");
            report.Containers["metric_templates"]![key] = new JsonObject
            {
                ["id"] = key,
                ["label"] = "Usage",
                ["format"] = "percent",
                ["priority"] = 5,
            };
            report.Node(Node)["metrics"] = new JsonObject
            {
                [key] = new JsonObject
                {
                    ["samples"] = new JsonArray(Sample(start, 71), Sample(start.AddSeconds(1), 2.259)),
                    ["min"] = -1.5,
                    ["max"] = 100,
                },
            };
        });
        var usage = plugin.Script().Unique("usage");

        var panel = await PanelAsync(_id, panel => panel.Graphs.Any(graph => graph.Id == usage), "the plugin's graph");

        Assert.Equal(
            new PanelGraph(usage, "Usage", "percent", 2.25, -1.5, 100), panel.Graphs.Single(graph => graph.Id == usage));
        await PluginIsOkAsync(plugin.Id);

        static JsonObject Sample(DateTime date, double value) =>
            new() { ["date"] = date.ToString("O", CultureInfo.InvariantCulture), ["value"] = value };
    }

    [Fact]
    public async Task Parents_AreLinkedTo_IfTheirTopologyIsOneOfThoseThatScopeLinksTo()
    {
        var name = Guid.NewGuid().ToString("n");
        await using var plugin = await StartAsync(report => report.Node(Node)["parents"] = new JsonObject
        {
            ["host"] = ScriptedReport.Set(NodeId.OfHost($"{name}-a"), NodeId.OfHost($"{name}-b")),
            ["daemon_set"] = ScriptedReport.Set($"{name};<daemonset>"),
            ["daemonset"] = ScriptedReport.Set($"{name}-tag;<daemonset>"),
            ["namespace"] = ScriptedReport.Set($"{name};<namespace>"),
        });

        var panel = await PanelAsync(_id, panel => Ours(panel).Any(), "the plugin's parents");

        Assert.Equal([$"{name};<daemonset>", NodeId.OfHost($"{name}-a"), NodeId.OfHost($"{name}-b")], Ours(panel));
        await PluginIsOkAsync(plugin.Id);

        IEnumerable<string> Ours(ContainerPanel panel) =>
            panel.Parents.Where(parent => parent.StartsWith(name, StringComparison.Ordinal));
    }

    private async Task<ScriptedPlugin> StartAsync(Action<ScriptedReport> report)
    {
        var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory);
        plugin.Report = report;
        return plugin;
    }

    /// <summary>Waits for one of a plugin's tables.</summary>
    private async Task<PanelTable> TableAsync(ScriptedPlugin plugin, string key)
    {
        var id = plugin.Script().Unique(key);
        return (await PanelAsync(_id, panel => panel.Table(id) is not null, $"the table {id}")).Table(id)!;
    }

    public sealed class OnContractScope(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
        : PanelTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;

    public sealed class OnRealScope(RealScopeFixture scopes, SampleContainers samples, Engine engine)
        : PanelTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
}
