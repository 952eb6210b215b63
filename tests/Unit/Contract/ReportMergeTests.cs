using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Contract.Model;
using VolumeCount.Tests.Emulation;

namespace VolumeCount.Tests.Unit.Contract;

public sealed class ReportMergeTests
{
    private const string Id = "a;<container>";

    [Fact]
    public void Node_ThatTheProbeKnows_GetsWhatThePluginSays()
    {
        var merged = Merge(Own(), Reports.Answer(Latest("volume_count", "3")));

        var node = Assert.Single(merged.Topology("Container").Nodes).Value;
        Assert.Equal(Id, node.Id);
        Assert.Equal("container", node.Topology);
        Assert.Equal("3", node.Latest["volume_count"].Value);
        Assert.Equal("probe", node.Latest["control_probe_id"].Value);
        Assert.Empty(merged.Ghosts);
    }

    [Fact]
    public void Node_ThatTheProbeDoesNotKnow_IsAGhost()
    {
        var merged = Merge(Own(), Reports.Answer(Reports.WithTopology("\"nodes\":{\"b;\":{\"id\":\"b;\"}}")));

        Assert.Equal([new GhostNode("Container", "b;")], merged.Ghosts);
        Assert.Equal([Id, "b;"], merged.Topology("Container").Nodes.Keys);
    }

    [Fact]
    public void Ghost_WithoutAnId_IsThereTwice()
    {
        var merged = Merge(Own(), Reports.Answer(Reports.WithTopology("\"nodes\":{\"b;\":{}}")));

        Assert.Equal([new GhostNode("Container", "b;"), new GhostNode("Container", "")], merged.Ghosts);
    }

    [Fact]
    public void Ghost_OfATopologyThatTheProbeDoesNotFill_IsOneToo()
    {
        var merged = Merge(Own(), Reports.Answer(Reports.With("\"Host\":{\"nodes\":{\"h;<host>\":{\"id\":\"h;<host>\"}}}")));

        Assert.Equal([new GhostNode("Host", "h;<host>")], merged.Ghosts);
        Assert.Equal("host", merged.Topology("Host").Nodes["h;<host>"].Topology);
    }

    [Theory]
    [InlineData("2026-11-22T21:00:00Z", "old")]
    [InlineData("2026-11-22T22:00:00Z", "new")]
    public void Latest_OfTwo_IsTheOneWithTheNewestTimestamp(string timestamp, string winner)
    {
        var own = Own(new ReportedNode { Latest = new Dictionary<string, LatestValue> { ["k"] = new(Reports.Now, "old") } });

        var merged = Merge(
            own,
            Reports.Answer(Reports.WithNode($"\"latest\":{{\"k\":{{\"timestamp\":\"{timestamp}\",\"value\":\"new\"}}}}")));

        Assert.Equal(winner, merged.Topology("Container").Nodes[Id].Latest["k"].Value);
    }

    [Theory]
    [InlineData("\"a\",\"c\"", "b,d", "a,b,c,d")]
    [InlineData("\"a\",\"b\"", "a,b", "a,b")]
    [InlineData("", "a", "a")]
    [InlineData("\"c\",\"a\"", "a,c", "a,c,a")]
    public void Sets_AreZippedAsIfSorted(string reported, string own, string merged)
    {
        var node = new ReportedNode { Sets = new Dictionary<string, IReadOnlyList<string>> { ["s"] = own.Split(',') } };

        var report = Merge(Own(node), Reports.Answer(Reports.WithNode($"\"sets\":{{\"s\":[{reported}]}}")));

        Assert.Equal(merged.Split(','), report.Topology("Container").Nodes[Id].Sets["s"]);
    }

    [Fact]
    public void Parents_And_Adjacency_AreSetsToo()
    {
        var node = new ReportedNode
        {
            Parents = new Dictionary<string, IReadOnlyList<string>> { ["host"] = ["b"] },
            Adjacency = ["b"],
        };

        var merged = Merge(
            Own(node), Reports.Answer(Reports.WithNode("\"parents\":{\"host\":[\"a\"]},\"adjacency\":[\"c\"]")));

        Assert.Equal(["a", "b"], merged.Topology("Container").Nodes[Id].Parents["host"]);
        Assert.Equal(["b", "c"], merged.Topology("Container").Nodes[Id].Adjacency);
    }

    [Fact]
    public void Metrics_OfTwo_HaveTheSamplesOfBoth()
    {
        var own = new ReportedNode
        {
            Metrics = new Dictionary<string, Metric>
            {
                ["m"] = new([new(Day(1), 1), new(Day(3), 3)], 0, 3),
                ["n"] = new([], 0, 0),
            },
        };

        var merged = Merge(Own(own), Reports.Answer(Reports.WithNode("""
            "metrics":{"m":{"samples":[{"date":"2026-01-02T00:00:00Z","value":2},{"date":"2026-01-03T00:00:00Z","value":9}],"min":1,"max":5},
            "n":{"samples":[{"date":"2026-01-02T00:00:00Z","value":2}],"min":2,"max":2}}
            """))).Topology("Container").Nodes[Id];

        Assert.Equal([Day(1), Day(2), Day(3)], merged.Metrics["m"].Samples.Select(sample => sample.Date));
        Assert.Equal((0, 5), (merged.Metrics["m"].Min, merged.Metrics["m"].Max));
        Assert.Equal((2, 2), (merged.Metrics["n"].Min, merged.Metrics["n"].Max));
    }

    [Theory]
    [InlineData("0.1", "own")]
    [InlineData("5", "own")]
    [InlineData("5.5", "plugin's")]
    public void Template_OfTwoWithTheSameId_IsTheOneWithTheGreaterPriority(string priority, string winner)
    {
        var own = new ScopeReport
        {
            Topologies = new Dictionary<string, ReportedTopology>
            {
                ["Container"] = new()
                {
                    MetadataTemplates = new Dictionary<string, MetadataTemplate> { ["t"] = new("t", "own", "", 5, "") },
                },
            },
        };

        var merged = Merge(own, Reports.Answer(Reports.WithTopology(
            $"\"metadata_templates\":{{\"t\":{{\"id\":\"t\",\"label\":\"plugin's\",\"priority\":{priority}}}}}")));

        Assert.Equal(winner, merged.Topology("Container").MetadataTemplates["t"].Label);
    }

    [Fact]
    public void Tables_OfTwoWithTheSameId_KeepTheLongerListOfEither()
    {
        var merged = Merge(
            new ScopeReport(),
            Reports.Answer(Reports.WithTopology(
                """
                "table_templates":{"t":{"id":"t","label":"T","columns":[{"id":"c"}],"fixedRows":{"x":"X","y":"Y"}} }
                """)),
            Reports.Answer(Reports.WithTopology(
                """
                "table_templates":{"t":{"id":"t","label":"T","columns":[{"id":"c"},{"id":"d"}],"fixedRows":{"x":"X"}} }
                """)));

        var table = merged.Topology("Container").TableTemplates["t"];
        Assert.Equal((2, 2), (table.Columns.Count, table.FixedRows.Count));
    }

    [Fact]
    public void Metric_OfTwoTemplates_StaysWithTheGreaterPriorityOfTheLongerList()
    {
        var merged = Merge(
            new ScopeReport(),
            Reports.Answer(
                Reports.WithTopology("\"metric_templates\":{\"t\":{\"id\":\"t\",\"label\":\"A\",\"priority\":2},\"u\":{}}")),
            Reports.Answer(
                Reports.WithTopology("\"metric_templates\":{\"t\":{\"id\":\"t\",\"label\":\"B\",\"priority\":1}}")));

        Assert.Equal("A", merged.Topology("Container").MetricTemplates["t"].Label);
    }

    [Fact]
    public void Tables_OfTwoWithTheSameId_AreMixed()
    {
        var merged = Merge(
            new ScopeReport(),
            Reports.Answer(
                Reports.WithTopology(
                    "\"table_templates\":{\"t\":{\"id\":\"t\",\"label\":\"B\",\"prefix\":\"a_\","
                        + "\"columns\":[{\"id\":\"c\"}]}}")),
            Reports.Answer(
                Reports.WithTopology(
                    "\"table_templates\":{\"t\":{\"id\":\"t\",\"label\":\"A\",\"prefix\":\"b_\","
                        + "\"fixedRows\":{\"x\":\"X\"}}}")));

        var table = merged.Topology("Container").TableTemplates["t"];
        Assert.Equal(("B", "b_"), (table.Label, table.Prefix));
        Assert.Equal("c", Assert.Single(table.Columns).Id);
        Assert.Equal("X", table.FixedRows["x"]);
    }

    [Fact]
    public void Metric_OfTwoTemplates_IsTheOneWithTheGreaterPriority()
    {
        var merged = Merge(
            new ScopeReport(),
            Reports.Answer(
                Reports.WithTopology("\"metric_templates\":{\"t\":{\"id\":\"t\",\"label\":\"A\",\"priority\":2}}")),
            Reports.Answer(
                Reports.WithTopology(
                    "\"metric_templates\":{\"t\":{\"id\":\"t\",\"label\":\"B\",\"priority\":1},\"u\":{}}")));

        Assert.Equal("A", merged.Topology("Container").MetricTemplates["t"].Label);
    }

    [Fact]
    public void Plugin_InError_AddsNothing()
    {
        var answer = new PluginAnswer { PluginId = "test", Status = "error: x" };

        Assert.Equal([Id], Merge(Own(), answer).Topology("Container").Nodes.Keys);
    }

    [Fact]
    public void Plugins_ThatNameDifferentTopologies_MakeTheProbePanic()
    {
        var exception = Assert.Throws<ScopePanicException>(() => Merge(
            Own(),
            Reports.Answer(Reports.WithNode("\"topology\":\"container\"")),
            Reports.Answer(Reports.WithNode("\"topology\":\"host\""))));

        Assert.Equal("Cannot merge nodes with different topology types: host != container", exception.Message);
    }

    [Fact]
    public void Controller_TakesScopesControlsAwayFromAllItsNodes()
    {
        var report = Reports.With(
            "\"Container\":{\"controls\":{\"c\":{\"id\":\"c\",\"human\":\"C\"}},"
                + "\"nodes\":{\"a;<container>\":{},\"b;<container>\":{\"latestControls\":{"
                + "\"c\":{\"timestamp\":\"2026-01-01T00:00:00Z\",\"value\":{\"dead\":false}},\"stop\":{\"value\":{}}}}}}",
            interfaces: "\"reporter\",\"controller\"");

        var topology = Merge(Own(), Reports.Answer(report)).Topology("Container");

        Assert.Equal(new LatestValue(Reports.Now, ""), topology.Nodes[Id].Latest["active_controls"]);
        Assert.Equal(new LatestValue(Reports.Now, "test~c;stop"), topology.Nodes["b;<container>"].Latest["active_controls"]);
        Assert.Equal("test~c", topology.Controls["test~c"].Id);
    }

    [Fact]
    public void Controller_WithTheSameControlTwice_KeepsOne()
    {
        var report = Reports.With(
            "\"Container\":{\"controls\":{\"a\":{\"id\":\"c\",\"human\":\"A\"},\"b\":{\"id\":\"c\",\"human\":\"B\"}}}",
            interfaces: "\"reporter\",\"controller\"");

        Assert.Equal("B", Merge(Own(), Reports.Answer(report)).Topology("Container").Controls["test~c"].Human);
    }

    private static MergedReport Merge(ScopeReport own, params PluginAnswer[] answers) =>
        ReportMerge.Merge(own, answers, Reports.Now);

    private static string Latest(string key, string value) =>
        Reports.WithNode($"\"latest\":{{\"{key}\":{{\"timestamp\":\"{Reports.Time}\",\"value\":\"{value}\"}}}}");

    private static DateTime Day(int day) => new(2026, 1, day, 0, 0, 0, DateTimeKind.Utc);

    private static ScopeReport Own(ReportedNode? node = null) => new()
    {
        Topologies = new Dictionary<string, ReportedTopology>
        {
            ["Container"] = new()
            {
                Nodes = new Dictionary<string, ReportedNode>
                {
                    [Id] = node ?? new ReportedNode
                    {
                        Latest = new Dictionary<string, LatestValue> { ["control_probe_id"] = new(Reports.Now, "probe") },
                    },
                },
            },
        },
    };
}
