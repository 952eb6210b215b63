using System.Text.Json;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Tests.Emulation;

namespace VolumeCount.Tests.Unit.Contract;

public sealed class ReportRulesTests
{
    private const string Node = "$.Container.nodes['a;<container>']";

    [Fact]
    public void OurOwnReport_BreaksNoRule()
    {
        var snapshot = new InventorySnapshot(Reports.Now, [Containers.Random(), Containers.Random(), Containers.Random()]);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            VolumeCountReport.From(snapshot), VolumeCountReportContext.Default.VolumeCountReport);

        var (report, findings, error) = Reports.Read(body);

        Assert.Null(error);
        Assert.Empty(findings);
        Assert.Equal(
            snapshot.Containers.Select(container => $"{container.Id};<container>"),
            report!.Topology("Container").Nodes.Keys);
    }

    [Theory]
    [InlineData("Container", "abc;<container>")]
    [InlineData("ContainerImage", "busybox;<container_image>")]
    [InlineData("DaemonSet", "x;<daemonset>")]
    [InlineData("StatefulSet", "x;<statefulset>")]
    [InlineData("CronJob", "x;<cronjob>")]
    [InlineData("Pod", "x;<pod>")]
    [InlineData("Service", "x;<service>")]
    [InlineData("Deployment", "x;<deployment>")]
    [InlineData("ReplicaSet", "x;<replica_set>")]
    [InlineData("Namespace", "x;<namespace>")]
    [InlineData("ECSTask", "x;<ecs_task>")]
    [InlineData("SwarmService", "x;<swarm_service>")]
    [InlineData("PersistentVolume", "x;<persistent_volume>")]
    [InlineData("PersistentVolumeClaim", "x;<persistent_volume_claim>")]
    [InlineData("StorageClass", "x;<storage_class>")]
    [InlineData("VolumeSnapshot", "x;<volume_snapshot>")]
    [InlineData("VolumeSnapshotData", "x;<volume_snapshot_data>")]
    [InlineData("Job", "x;<job>")]
    [InlineData("Host", "h;<host>")]
    [InlineData("Process", "host;4711")]
    [InlineData("Endpoint", ";10.0.0.1;80")]
    [InlineData("ECSService", "cluster;service")]
    [InlineData("Overlay", "#docker_peer_x")]
    [InlineData("Overlay", "#a;b")]
    [InlineData("ECSService", "cluster;a;b")]
    public void NodeId_OfTheTopologysForm_IsRight(string topology, string id) => Assert.Empty(FindingsOfNode(topology, id));

    [Theory]
    [InlineData("Container", "abc;", "must end in ';<container>'")]
    [InlineData("Container", "abc;<host>", "must end in ';<container>'")]
    [InlineData("Container", ";<container>", "must end in ';<container>'")]
    [InlineData("Container", "a;b;<container>", "must have no ';' but that of ';<container>'")]
    [InlineData("Host", "a;<host>;<host>", "must have no ';' but that of ';<host>'")]
    [InlineData("DaemonSet", "x;<daemon_set>", "must end in ';<daemonset>'")]
    [InlineData("Overlay", "docker-peer-x", "must begin with '#'")]
    [InlineData("Process", "4711", "must have 2 parts, with ';' between them")]
    [InlineData("Endpoint", "10.0.0.1;80", "must have 3 parts, with ';' between them")]
    public void NodeId_OfAnotherForm_IsFound(string topology, string id, string wrong) =>
        Assert.Equal([$"Nodes $.{topology}.nodes['{id}']: the node id '{id}' {wrong}"], FindingsOfNode(topology, id));

    [Theory]
    [InlineData("\"id\":\"a;<container>\",\"topology\":\"container\"")]
    [InlineData("\"id\":\"\",\"topology\":\"\"")]
    public void Node_ThatRepeatsItsKeyAndTopology_IsRight(string members) =>
        Assert.Empty(Reports.Findings(Reports.WithNode(members)));

    [Fact]
    public void Node_WithAnotherId_IsFound() => Assert.Equal(
        [$"Nodes {Node}.id: must be 'a;<container>', as the node's key, or be left out"],
        Reports.Findings(Reports.WithNode("\"id\":\"b;<container>\"")));

    [Fact]
    public void Node_OfAnotherTopology_IsFound() => Assert.Equal(
        [$"Nodes {Node}.topology: must be 'container', or be left out: Scope panics over two different ones"],
        Reports.Findings(Reports.WithNode("\"topology\":\"host\"")));

    [Fact]
    public void Topology_OfADaemonSet_HasAnUnderscoreUnlikeItsTag() =>
        Assert.Empty(Reports.Findings(Reports.With("""
            "DaemonSet":{"nodes":{"x;<daemonset>":{"topology":"daemon_set"}}}
            """)));

    [Theory]
    [InlineData("")]
    [InlineData("\"a\"")]
    [InlineData("\"A\",\"a\",\"é\"")]
    [InlineData("\"\uFF5E\",\"\U0001F600\"")]
    public void Set_InOrder_IsRight(string set) =>
        Assert.Empty(Reports.Findings(Reports.WithNode($"\"sets\":{{\"s\":[{set}]}}")));

    [Fact]
    public void Relations_OfTheTopologysForm_AreRight() => Assert.Empty(Reports.Findings(Reports.WithNode(
        """
        "parents":{"daemon_set":["a;<daemonset>","b;<daemonset>"],"process":["a;1"],"overlay":["#a"]},"adjacency":["b;<container>"]
        """)));

    [Theory]
    [InlineData("\"parents\":{\"host\":[\"a\"]}", ".parents.host: the node id 'a' must end in ';<host>'")]
    [InlineData("\"parents\":{\"daemonset\":[]}", ".parents.daemonset: 'daemonset' is not one of Scope's topologies")]
    [InlineData("\"parents\":{\"Host\":[]}", ".parents.Host: 'Host' is not one of Scope's topologies")]
    [InlineData("\"adjacency\":[\"a;<host>\"]", ".adjacency: the node id 'a;<host>' must end in ';<container>'")]
    public void Relation_ToNoNode_IsFound(string members, string what) =>
        Assert.Equal([$"Nodes {Node}{what}"], Reports.Findings(Reports.WithNode(members)));

    [Fact]
    public void Table_OfNoColumns_IsFound() => Assert.Equal(
        ["Tables $.Container.table_templates.t: has no columns, and Scope's page fails over the first of them"],
        Reports.Findings(Reports.WithTopology(
            """
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_","type":"multicolumn-table"}}
            """)));

    [Theory]
    [InlineData("r___a", "the row 'r' of the table 't' lacks a value for 'b', 'c'")]
    [InlineData("r___a r___b r___c s___c s___b", "the row 's' of the table 't' lacks a value for 'a'")]
    [InlineData("r___d", "the row 'r' of the table 't' lacks a value for 'a', 'b', 'c'")]
    public void Row_WithoutAValueInEachColumn_IsFound(string cells, string what) => Assert.Equal(
        [$"Tables {Node}.latest: {what}, and any search blanks Scope's page"],
        Reports.Findings(WithTable(cells)));

    [Fact]
    public void Row_WithAnEmptyId_IsFound() => Assert.Equal(
        [$"Tables {Node}.latest: a row of the table 't' has an empty id, and the panel blanks Scope's page"],
        Reports.Findings(WithTable("___a ___b ___c")));

    [Fact]
    public void Column_WithoutAnId_IsFound() => Assert.Equal(
        ["Tables $.Container.table_templates.t.columns[0]: has no id, and the panel blanks Scope's page"],
        Reports.Findings(Reports.WithTopology(
            """
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_","type":"multicolumn-table","columns":[{"id":""}]}}
            """)));

    [Theory]
    [InlineData("::", false)]
    [InlineData("", false)]
    [InlineData("localhost", false)]
    [InlineData("abcd::ef", false)]
    [InlineData("::1", true)]
    [InlineData("10.0.0.1", true)]
    public void Address_WithoutADigit_IsFound(string address, bool isRight)
    {
        var what = $"is drawn as an IP address, and its value '{address}' has no digit: sorting by it blanks Scope's page";
        var findings = Reports.Findings(WithLatest(
            "k", address,
            "\"metadata_templates\":{\"k\":{\"id\":\"k\",\"label\":\"K\",\"priority\":1,\"dataType\":\"ip\"}}"));

        string[] expected = isRight ? [] : [$"Addresses {Node}.latest.k: {what}"];
        Assert.Equal(expected, findings);
    }

    [Theory]
    [InlineData("r___a r___b r___c")]
    [InlineData("r___a r___b r___c r___d")]
    [InlineData("")]
    public void Row_WithAValueInEachColumn_IsRight(string cells) => Assert.Empty(Reports.Findings(WithTable(cells)));

    [Fact]
    public void Column_WithTheSeparatorInItsId_IsFound() => Assert.Equal(
        ["Tables $.Container.table_templates.t.columns[0]: its id 'a___b' holds '___', where Scope cuts it off"],
        Reports.Findings(Reports.WithTopology(
            """
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_","type":"multicolumn-table","columns":[{"id":"a___b"}]}}
            """)));

    [Theory]
    [InlineData("\"sets\":{\"s\":[\"b\",\"a\"]}", ".sets.s", "'a' comes after 'b'")]
    [InlineData("\"sets\":{\"s\":[\"a\",\"a\"]}", ".sets.s", "'a' comes after 'a'")]
    [InlineData("\"sets\":{\"s\":[\"a\",\"B\"]}", ".sets.s", "'B' comes after 'a'")]
    [InlineData("\"sets\":{\"s\":[\"\U0001F600\",\"\uFF5E\"]}", ".sets.s", "'\uFF5E' comes after '\U0001F600'")]
    [InlineData("\"parents\":{\"overlay\":[\"#b\",\"#a\"]}", ".parents.overlay", "'#a' comes after '#b'")]
    [InlineData(
        "\"adjacency\":[\"b;<container>\",\"a;<container>\"]", ".adjacency", "'a;<container>' comes after 'b;<container>'")]
    public void Set_OutOfOrder_IsFound(string members, string path, string what) =>
        Assert.Equal([$"Sets {Node}{path}: is not sorted and unique: {what}"], Reports.Findings(Reports.WithNode(members)));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"value\":\"v\"}")]
    [InlineData("{\"timestamp\":null,\"value\":\"v\"}")]
    public void Latest_WithoutATimestamp_IsFound(string latest) => Assert.Equal(
        [$"Timestamps {Node}.latest.k: has no timestamp, so that any other value wins over it"],
        Reports.Findings(Reports.WithNode($"\"latest\":{{\"k\":{latest}}}")));

    [Theory]
    [InlineData(
        """{"date":"2026-01-02T00:00:00Z"},{"date":"2026-01-01T00:00:00Z"}""",
        "[1]: is not newer than the sample before it")]
    [InlineData(
        """{"date":"2026-01-02T00:00:00Z"},{"date":"2026-01-02T00:00:00Z"}""",
        "[1]: is not newer than the sample before it")]
    [InlineData("""{"value":1}""", "[0]: has no date")]
    public void Samples_OutOfOrder_AreFound(string samples, string what) => Assert.Equal(
        [$"Timestamps {Node}.metrics.m.samples{what}"],
        Reports.Findings(Reports.WithNode($"\"metrics\":{{\"m\":{{\"samples\":[{samples}]}}}}")));

    [Fact]
    public void Samples_InOrder_AreRight() => Assert.Empty(Reports.Findings(Reports.WithNode("""
        "metrics":{"m":{"samples":[{"date":"2026-01-01T00:00:00Z","value":1},{"date":"2026-01-02T00:00:00Z","value":0}]}}
        """)));

    [Theory]
    [InlineData(
        "\"metadata_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"dataType\":\"duration\",\"priority\":-1,"
            + "\"from\":\"sets\"}}")]
    [InlineData("\"metadata_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"priority\":12}}")]
    [InlineData("\"metric_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"format\":\"filesize\"}}")]
    [InlineData(
        "\"table_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"type\":\"multicolumn-table\","
            + "\"columns\":[{\"id\":\"c\",\"dataType\":\"ip\"}]}}")]
    [InlineData("\"table_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\"}}")]
    [InlineData("\"controls\":{\"t\":{\"id\":\"t\",\"human\":\"T\"}}")]
    public void Template_OfWhatScopeKnows_IsRight(string members) =>
        Assert.Empty(Reports.Findings(Reports.WithTopology(members)));

    [Theory]
    [InlineData("metadata_templates", "dataType", "", "number", "ip", "datetime", "duration", "link")]
    [InlineData("metadata_templates", "from", "", "latest", "sets", "counters")]
    [InlineData("metric_templates", "format", "", "percent", "filesize", "integer")]
    [InlineData("table_templates", "type", "", "property-list", "multicolumn-table")]
    public void Template_WithEachWordOfAField_IsRightAndWithAnotherIsTold(
        string templates, string field, params string[] words)
    {
        Assert.All(words, word => Assert.Empty(Findings(word)));
        Assert.Equal(
            $"Templates $.Container.{templates}.t.{field}: 'odd' is not known to Scope. " +
            $"Use one of: {string.Join(", ", words.Select(word => $"'{word}'"))}",
            Assert.Single(Findings("odd")));

        IEnumerable<string> Findings(string word) => Reports
            .Findings(Reports.WithTopology(
                $$"""
                "{{templates}}":{"t":{"id":"t","label":"T","priority":1,"{{field}}":"{{word}}"} }
                """))
            .Where(finding => finding.StartsWith("Templates ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "\"metadata_templates\":{\"t\":{\"id\":\"u\",\"label\":\"T\",\"priority\":1}}",
        "metadata_templates.t: its id must be 't', as its key, and not 'u'")]
    [InlineData(
        "\"metadata_templates\":{\"t\":{\"id\":\"t\",\"priority\":1}}",
        "metadata_templates.t: has no label, and Scope shows it without a name")]
    [InlineData(
        "\"metadata_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"priority\":1,\"dataType\":\"int\"}}",
        "metadata_templates.t.dataType: 'int' is not known to Scope. Use one of: '', 'number', 'ip', 'datetime', "
            + "'duration', 'link'")]
    [InlineData(
        "\"metadata_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"priority\":1,\"from\":\"metrics\"}}",
        "metadata_templates.t.from: 'metrics' is not known to Scope. Use one of: '', 'latest', 'sets', 'counters'")]
    [InlineData(
        "\"metadata_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"priority\":0}}",
        "metadata_templates.t.priority: is 0, which Scope's app leaves out, so that its page hides the row behind '+N'")]
    [InlineData(
        "\"metadata_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\"}}",
        "metadata_templates.t.priority: is 0, which Scope's app leaves out, so that its page hides the row behind '+N'")]
    [InlineData(
        "\"metric_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"format\":\"%\"}}",
        "metric_templates.t.format: '%' is not known to Scope. Use one of: '', 'percent', 'filesize', 'integer'")]
    [InlineData(
        "\"metric_templates\":{\"t\":{\"id\":\"u\",\"label\":\"T\"}}",
        "metric_templates.t: its id must be 't', as its key, and not 'u'")]
    [InlineData(
        "\"table_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"type\":\"table\"}}",
        "table_templates.t.type: 'table' is not known to Scope. Use one of: '', 'property-list', 'multicolumn-table'")]
    [InlineData(
        "\"table_templates\":{\"t\":{\"id\":\"t\",\"label\":\"T\",\"columns\":[{\"id\":\"a\"},{\"id\":\"b\","
            + "\"dataType\":\"x\"}]}}",
        "table_templates.t.columns[1].dataType: 'x' is not known to Scope. Use one of: '', 'number', 'ip', 'datetime', "
            + "'duration', 'link'")]
    [InlineData(
        "\"controls\":{\"t\":{\"id\":\"u\",\"human\":\"T\"}}", "controls.t: its id must be 't', as its key, and not 'u'")]
    [InlineData("\"controls\":{\"t\":{\"id\":\"t\"}}", "controls.t: has no label, and Scope shows it without a name")]
    public void Template_OfWhatScopeDoesNotKnow_IsFound(string members, string finding) =>
        Assert.Equal([$"Templates $.Container.{finding}"], Reports.Findings(Reports.WithTopology(members)));

    [Theory]
    [InlineData("https://example.com/x?y#z", false)]
    [InlineData("http://10.0.0.1:8080", false)]
    [InlineData("javascript:alert(1)", true)]
    [InlineData("JavaScript:alert(1)", true)]
    [InlineData("data:text/html,x", true)]
    [InlineData("/relative", true)]
    [InlineData("", true)]
    public void Link_ThatDoesNotLeadToTheWeb_IsFound(string value, bool isFound)
    {
        var findings = Reports.Findings(WithLatest(
            "k", value,
            "\"metadata_templates\":{\"k\":{\"id\":\"k\",\"label\":\"K\",\"dataType\":\"link\",\"priority\":1}}"));

        string[] expected = isFound
            ? [$"Links {Node}.latest.k: is drawn as a link, and its value is not an address with http: or https:"]
            : [];
        Assert.Equal(expected, findings);
    }

    [Fact]
    public void Value_ThatIsNotDrawnAsALink_MayBeAnything() => Assert.Empty(Reports.Findings(
        WithLatest(
            "k", "javascript:alert(1)", "\"metadata_templates\":{\"k\":{\"id\":\"k\",\"label\":\"K\",\"priority\":1}}")));

    [Theory]
    [InlineData("t_row___c", null)]
    [InlineData("other", null)]
    [InlineData("t", null)]
    [InlineData("t_", "crashes Scope's app: it has the prefix of the table 't' and no '___' after it")]
    [InlineData("t_row", "crashes Scope's app: it has the prefix of the table 't' and no '___' after it")]
    [InlineData("t_row__column", "crashes Scope's app: it has the prefix of the table 't' and no '___' after it")]
    [InlineData("t_a___c___b", "is shown in the wrong cell: it has more than one '___' after the prefix of the table 't'")]
    public void Key_WithTheTablesPrefix_MustSplit(string key, string? what)
    {
        var findings = Reports.Findings(WithLatest(key, "v", """
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_","type":"multicolumn-table","columns":[{"id":"c"}]}}
            """));

        string[] expected = what is null ? [] : [$"Tables {Node}.latest.{key}: {what}"];
        Assert.Equal(expected, findings);
    }

    [Theory]
    [InlineData(
        "\"metadata_templates\":{\"t_x\":{\"id\":\"t_x\",\"label\":\"X\",\"priority\":1}}", "the id of the row 't_x'")]
    [InlineData("\"metadata_templates\":{\"t_\":{\"id\":\"t_\",\"label\":\"X\",\"priority\":1}}", "the id of the row 't_'")]
    [InlineData("\"metadata_templates\":{\"t\":{\"id\":\"t\",\"label\":\"X\",\"priority\":1}}", null)]
    public void Prefix_OfATable_IsNotTheBeginningOfARowsId(string templates, string? what)
    {
        const string Table = """
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_","type":"multicolumn-table","columns":[{"id":"c"}]}},
            """;

        string[] expected = what is null ? [] : [$"Tables $.Container.table_templates.t.prefix: is how {what} begins"];
        Assert.Equal(expected, Reports.Findings(Reports.WithTopology(Table + templates)));
    }

    [Theory]
    [InlineData("t_", "t_u_", true)]
    [InlineData("t_", "t_", true)]
    [InlineData("t_u_", "t_", false)]
    [InlineData("t_", "u_", false)]
    [InlineData("", "u_", false)]
    public void Prefix_OfATable_IsNotTheBeginningOfAnothers(string prefix, string other, bool isFound)
    {
        var templates = $"\"t\":{{\"id\":\"t\",\"label\":\"T\",\"prefix\":\"{prefix}\","
            + "\"type\":\"multicolumn-table\",\"columns\":[{\"id\":\"c\"}]},"
            + $"\"u\":{{\"id\":\"u\",\"label\":\"U\",\"prefix\":\"{other}\"}}";

        string[] expected = isFound
            ? ["Tables $.Container.table_templates.t.prefix: is how the prefix of the table 'u' begins"]
            : [];
        Assert.Equal(expected, Reports.Findings(Reports.WithTopology($"\"table_templates\":{{{templates}}}")));
    }

    [Theory]
    [InlineData("\"prefix\":\"t_\",\"type\":\"property-list\"")]
    [InlineData("\"prefix\":\"t_\"")]
    [InlineData("\"prefix\":\"\",\"type\":\"multicolumn-table\",\"columns\":[{\"id\":\"c\"}]")]
    public void Key_OfAnotherKindOfTable_NeedNotSplit(string members) =>
        Assert.Empty(
            Reports.Findings(
                WithLatest("t_row", "v", $"\"table_templates\":{{\"t\":{{\"id\":\"t\",\"label\":\"T\",{members}}}}}")));

    [Theory]
    [InlineData("\"latestControls\":{\"c\":{\"timestamp\":\"2026-01-01T00:00:00Z\",\"value\":{\"dead\":false}}}")]
    [InlineData("\"latestControls\":{\"c\":{\"timestamp\":\"2026-01-01T00:00:00Z\",\"value\":{\"dead\":true}}}")]
    [InlineData("\"latest\":{\"active_controls\":{\"timestamp\":\"2026-01-01T00:00:00Z\",\"value\":\"\"}}")]
    public void Controls_OfAPluginThatOnlyReports_AreFound(string members)
    {
        Assert.Equal(
            [$"Controls {Node}: has controls, which take the place of Scope's own, and the plugin is not a controller"],
            Reports.Findings(Reports.WithNode(members)));
        Assert.Empty(Reports.Findings(Reports.WithNode(members, interfaces: "\"reporter\",\"controller\"")));
    }

    [Theory]
    [InlineData("a-b_c.d:e@f g", false)]
    [InlineData("a;b", true)]
    [InlineData("a/b", true)]
    [InlineData("a?b", true)]
    [InlineData("a#b", true)]
    [InlineData("a%b", true)]
    [InlineData("a+b", true)]
    [InlineData("a\\\\b", true)]
    [InlineData("a\\nb", true)]
    [InlineData("a ", true)]
    [InlineData(".", true)]
    [InlineData("..", true)]
    public void Control_WithAnIdThatScopesPageLoses_IsFound(string id, bool isFound)
    {
        var findings = Reports.Findings(
            Reports.WithTopology($"\"controls\":{{\"{id}\":{{\"id\":\"{id}\",\"human\":\"C\"}}}}"));

        Assert.Equal(isFound, findings.Count > 0);
        Assert.All(findings, static finding => Assert.Matches(@"^Controls .* cannot be routed from", finding));
    }

    private static string WithLatest(string key, string value, string members) => Reports.WithTopology(
        $"\"nodes\":{{\"a;<container>\":{{\"latest\":{{\"{key}\":{{"
        + $"\"timestamp\":\"{Reports.Time}\",\"value\":\"{value}\"}}}}}}}},{members}");

    private static IReadOnlyList<string> FindingsOfNode(string topology, string id) =>
        Reports.Findings(Reports.With($"\"{topology}\":{{\"nodes\":{{\"{id}\":{{}}}}}}"));

    /// <summary>A report with a table of three columns, and empty values in the given cells.</summary>
    private static string WithTable(string cells)
    {
        var latest = cells.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(cell => $"\"t_{cell}\":{{\"timestamp\":\"{Reports.Time}\",\"value\":\"\"}}");
        return Reports.WithTopology(
            """
            "nodes":{"a;<container>":{"latest":{CELLS}}},
            "table_templates":{"t":{"id":"t","label":"T","prefix":"t_","type":"multicolumn-table",
            "columns":[{"id":"a","label":"A"},{"id":"b","label":"B"},{"id":"c","label":"C"}]}}
            """.Replace("CELLS", string.Join(',', latest), StringComparison.Ordinal));
    }
}
