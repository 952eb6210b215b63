using VolumeCount.Scope.Contract.Model;
using VolumeCount.Tests.Emulation;

namespace VolumeCount.Tests.Unit.Contract;

public sealed class NodePanelTests
{
    [Fact]
    public void Rows_AreInTheOrderOfTheirPriority_AndThoseFromTenAreHidden()
    {
        var panel = Draw("""
            "metadata_templates":{
            "d":{"id":"d","label":"D","priority":10},"b":{"id":"b","label":"B","priority":9.9},"a":{"id":"a","label":"A","priority":0.1},
            "none":{"id":"none","label":"None","priority":1},"zero":{"id":"zero","label":"Zero"}},
            """, "a", "b", "d", "zero");

        Assert.Equal(
            [
                new PanelRow("zero", "Zero", "zero!", Hidden: true),
                new PanelRow("a", "A", "a!", Hidden: false),
                new PanelRow("b", "B", "b!", Hidden: false),
                new PanelRow("d", "D", "d!", Hidden: true),
            ],
            panel.Rows);
    }

    [Theory]
    [InlineData("latest", "k", "k!")]
    [InlineData("sets", "k", "x, y")]
    [InlineData("counters", "k", "7")]
    [InlineData("", "k", "k!")]
    [InlineData("", "s", "z")]
    [InlineData("", "c", "5")]
    [InlineData("latest", "s", null)]
    [InlineData("sets", "c", null)]
    [InlineData("counters", "s", null)]
    [InlineData("counters", "odd", "0")]
    public void Row_HasItsValueFromWhereTheTemplateSays(string from, string id, string? value)
    {
        var panel = DrawWith(
            "\"sets\":{\"k\":[\"x\",\"y\"],\"s\":[\"z\"]},\"counters\":{\"k\":7,\"c\":5},",
            $"\"metadata_templates\":{{\"t\":{{\"id\":\"{id}\",\"label\":\"T\",\"priority\":1,\"from\":\"{from}\"}}}},",
            "k", "count_odd");

        Assert.Equal(value, panel.Rows.SingleOrDefault()?.Value);
    }

    [Fact]
    public void Table_OfSeveralColumns_HasItsRowsByTheirIds()
    {
        var panel = Draw("""
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_","type":"multicolumn-table",
            "columns":[{"id":"y","label":"Y"},{"id":"x","label":"X"}]},
            "empty":{"id":"empty","label":"E","prefix":"e_","type":"multicolumn-table"}},
            """, "t_b___x", "t_a___x", "t_a___y", "t_a___y___z", "other");

        var table = Assert.Single(panel.Tables);
        Assert.Equal(("t", "T"), (table.Id, table.Label));
        Assert.Equal(["Y", "X"], table.Columns.Select(column => column.Label));
        Assert.Equal(
            ["x=t_a___x!, y=t_a___y___z!", "x=t_b___x!"],
            table.Rows.Select(row => string.Join(", ", row.Select(cell => $"{cell.Key}={cell.Value}").Order())));
    }

    [Fact]
    public void Table_WithAKeyThatDoesNotSplit_MakesTheAppPanic()
    {
        var panic = Assert.Throws<ScopePanicException>(() => Draw(
            """
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_","type":"multicolumn-table"}},
            """, "t_row"));

        Assert.Equal("runtime error: index out of range [1] with length 1", panic.Message);
    }

    [Fact]
    public void PropertyList_HasTheKeysWithItsPrefixAndItsFixedRows()
    {
        var panel = Draw("""
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_","fixedRows":{"f":" First"}}},
            """, "t_b", "t_a", "f", "other");

        Assert.Equal(
            [" First=f!", "a=t_a!", "b=t_b!"],
            Assert.Single(panel.Tables).Rows.Select(row => $"{row["label"]}={row["value"]}"));
    }

    [Fact]
    public void Graphs_AreInTheOrderOfTheirPriority_WithTheirLastSample()
    {
        const string Templates = """
            "metric_templates":{"b":{"id":"b","label":"B","priority":2},"a":{"id":"a","label":"A","format":"percent","priority":1},
            "none":{"id":"none","label":"None","priority":3}},
            """;
        const string Metrics = """
            "metrics":{"b":{"samples":null,"min":1,"max":2},"a":{"samples":[{"date":"2026-11-22T21:16:30Z","value":7},
            {"date":"2026-11-22T21:16:31Z","value":-2.259}],"min":-3.5,"max":100},"other":{"min":0,"max":1}},
            """;

        Assert.Equal(
            [new PanelGraph("a", "A", "percent", -2.25, -3.5, 100), new PanelGraph("b", "B", "", 0, 1, 2)],
            DrawWith(Metrics, Templates).Graphs);
    }

    [Fact]
    public void Parents_AreThoseThatScopeLinksTo_InItsOrder()
    {
        var panel = DrawWith(
            """
            "id":"a;<container>","parents":{"namespace":["n;<namespace>"],"host":["a;<host>","b;<host>"],"daemon_set":["d;<daemonset>"],
            "container":["a;<container>","b;<container>"]},
            """,
            "");

        Assert.Equal(
            [
                new PanelParent("container", "b;<container>"), new PanelParent("daemon_set", "d;<daemonset>"),
                new PanelParent("host", "a;<host>"), new PanelParent("host", "b;<host>"),
            ],
            panel.Parents);
    }

    [Theory]
    [InlineData("container", 0)]
    [InlineData("process", 1)]
    public void Counter_WithTheNameOfTheNodesTopology_EmptiesThePanel(string counter, int expected)
    {
        var panel = DrawWith(
            $$$$"""
            "id":"a;<container>","counters":{"{{{{counter}}}}":1},"parents":{"host":["a;<host>"]},"metrics":{"m":{"min":0,"max":1}},
            "latestControls":{"stop":{"value":{}}},
            """,
            """
            "metadata_templates":{"r":{"id":"r","label":"R","priority":1}},"metric_templates":{"m":{"id":"m","label":"M"}},
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_"}},"controls":{"stop":{"id":"stop","human":"Stop"}},
            """,
            "r", "t_a", "control_probe_id");

        Assert.Equal((expected, expected, expected), (panel.Rows.Count, panel.Graphs.Count, panel.Tables.Count));
        Assert.Equal((1, 1), (panel.Parents.Count, panel.Controls.Count));
    }

    [Fact]
    public void Controls_AreTheNodesOwnInTheOrderOfTheirRank()
    {
        const string Templates = """
            "controls":{"stop":{"id":"stop","human":"Stop","rank":2},"start":{"id":"start","human":"Start","rank":1},"other":{"id":"other"}},
            """;
        const string Controls = """
            "latestControls":{"stop":{"value":{}},"start":{"value":{}},"unknown":{"value":{}}},
            """;

        Assert.Equal(
            ["Start", "Stop"], DrawWith(Controls, Templates, "control_probe_id").Controls.Select(control => control.Human));
        Assert.Empty(DrawWith(Controls, Templates, "no_probe").Controls);
        Assert.Empty(Draw(Templates, "control_probe_id").Controls);
    }

    [Fact]
    public void Panel_OfANodeThatIsNotThere_IsNone() =>
        Assert.Throws<KeyNotFoundException>(
            () => ReportMerge.Merge(new ScopeReport(), [], Reports.Now).Panel("Container", "x"));

    private static NodePanel Draw(string templates, params string[] latest) => DrawWith("", templates, latest);

    /// <summary>
    /// The panel of a node that has each of the keys, with a value that is the key and an exclamation mark.
    /// </summary>
    private static NodePanel DrawWith(string members, string templates, params string[] latest)
    {
        var values = string.Join(
            ',', latest.Select(key => $"\"{key}\":{{\"timestamp\":\"{Reports.Time}\",\"value\":\"{key}!\"}}"));
        var report = Reports.WithTopology(
            $"{templates}\"nodes\":{{\"a;<container>\":{{{members}\"latest\":{{{values}}}}}}}");
        var merged = ReportMerge.Merge(new ScopeReport(), [Reports.Answer(report)], Reports.Now);
        return merged.Panel("Container", "a;<container>");
    }
}
