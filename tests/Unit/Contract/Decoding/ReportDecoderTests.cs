using System.Text;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;
using VolumeCount.Scope.Vocabulary;
using VolumeCount.Tests.Emulation;

namespace VolumeCount.Tests.Unit.Contract.Decoding;

public sealed class ReportDecoderTests
{
    /// <summary>Every field of a report, with its type.</summary>
    public static TheoryData<string, string> Fields { get; } = new()
    {
        { "$.TS", "timestamp" },
        { "$.ID", "text" },
        { "$.Window", "integer" },
        { "$.Shortcut", "flag" },
        { "$.Sampling", "object" },
        { "$.Sampling.Count", "integer" },
        { "$.Sampling.Total", "integer" },
        { "$.DNS", "map" },
        { "$.DNS.x", "object" },
        { "$.DNS.x.forward", "array" },
        { "$.DNS.x.reverse[0]", "text" },
        { "$.Plugins[1]", "object" },
        { "$.Plugins[0].id", "text" },
        { "$.Plugins[0].label", "text" },
        { "$.Plugins[0].description", "text" },
        { "$.Plugins[0].status", "text" },
        { "$.Plugins[0].api_version", "text" },
        { "$.Plugins[0].interfaces", "array" },
        { "$.Plugins[0].interfaces[0]", "text" },
        { "$.Container", "object" },
        { "$.Container.shape", "text" },
        { "$.Container.tag", "text" },
        { "$.Container.label", "text" },
        { "$.Container.label_plural", "text" },
        { "$.Container.nodes", "map" },
        { "$.Container.nodes.x", "object" },
        { "$.Container.nodes.x.id", "text" },
        { "$.Container.nodes.x.topology", "text" },
        { "$.Container.nodes.x.latest", "map" },
        { "$.Container.nodes.x.latest.x", "object" },
        { "$.Container.nodes.x.latest.x.timestamp", "timestamp" },
        { "$.Container.nodes.x.latest.x.value", "text" },
        { "$.Container.nodes.x.sets", "map" },
        { "$.Container.nodes.x.sets.x", "array" },
        { "$.Container.nodes.x.sets.x[0]", "text" },
        { "$.Container.nodes.x.counters", "map" },
        { "$.Container.nodes.x.counters.x", "integer" },
        { "$.Container.nodes.x.metrics", "map" },
        { "$.Container.nodes.x.metrics.x", "object" },
        { "$.Container.nodes.x.metrics.x.samples", "array" },
        { "$.Container.nodes.x.metrics.x.samples[0]", "object" },
        { "$.Container.nodes.x.metrics.x.samples[0].date", "timestamp" },
        { "$.Container.nodes.x.metrics.x.samples[0].value", "number" },
        { "$.Container.nodes.x.metrics.x.min", "number" },
        { "$.Container.nodes.x.metrics.x.max", "number" },
        { "$.Container.nodes.x.parents", "map" },
        { "$.Container.nodes.x.parents.x", "array" },
        { "$.Container.nodes.x.parents.x[0]", "text" },
        { "$.Container.nodes.x.adjacency", "array" },
        { "$.Container.nodes.x.adjacency[0]", "text" },
        { "$.Container.nodes.x.latestControls", "map" },
        { "$.Container.nodes.x.latestControls.x", "object" },
        { "$.Container.nodes.x.latestControls.x.timestamp", "timestamp" },
        { "$.Container.nodes.x.latestControls.x.value", "object" },
        { "$.Container.nodes.x.latestControls.x.value.dead", "flag" },
        { "$.Container.nodes.x.children", "array" },
        { "$.Container.nodes.x.children[0]", "object" },
        { "$.Container.nodes.x.children[0].latest.x.timestamp", "timestamp" },
        { "$.Container.metadata_templates", "map" },
        { "$.Container.metadata_templates.x", "object" },
        { "$.Container.metadata_templates.x.id", "text" },
        { "$.Container.metadata_templates.x.label", "text" },
        { "$.Container.metadata_templates.x.dataType", "text" },
        { "$.Container.metadata_templates.x.priority", "number" },
        { "$.Container.metadata_templates.x.truncate", "integer" },
        { "$.Container.metadata_templates.x.from", "text" },
        { "$.Container.metric_templates", "map" },
        { "$.Container.metric_templates.x", "object" },
        { "$.Container.metric_templates.x.id", "text" },
        { "$.Container.metric_templates.x.label", "text" },
        { "$.Container.metric_templates.x.format", "text" },
        { "$.Container.metric_templates.x.group", "text" },
        { "$.Container.metric_templates.x.priority", "number" },
        { "$.Container.table_templates", "map" },
        { "$.Container.table_templates.x", "object" },
        { "$.Container.table_templates.x.id", "text" },
        { "$.Container.table_templates.x.label", "text" },
        { "$.Container.table_templates.x.prefix", "text" },
        { "$.Container.table_templates.x.type", "text" },
        { "$.Container.table_templates.x.columns", "array" },
        { "$.Container.table_templates.x.columns[0]", "object" },
        { "$.Container.table_templates.x.columns[0].id", "text" },
        { "$.Container.table_templates.x.columns[0].label", "text" },
        { "$.Container.table_templates.x.columns[0].dataType", "text" },
        { "$.Container.table_templates.x.fixedRows", "map" },
        { "$.Container.table_templates.x.fixedRows.x", "text" },
        { "$.Container.controls", "map" },
        { "$.Container.controls.x", "object" },
        { "$.Container.controls.x.id", "text" },
        { "$.Container.controls.x.human", "text" },
        { "$.Container.controls.x.icon", "text" },
        { "$.Container.controls.x.rank", "integer" },
        { "$.Container.controls.x.confirmation", "text" },
    };

    /// <summary>The topologies by their names in JSON.</summary>
    public static TheoryData<string> Topologies { get; } =
    [
        "Endpoint", "Process", "Container", "ContainerImage", "Pod", "Service", "Deployment", "ReplicaSet", "DaemonSet",
        "StatefulSet", "CronJob", "Namespace", "Host", "ECSTask", "ECSService", "SwarmService", "Overlay",
        "PersistentVolume",
        "PersistentVolumeClaim", "StorageClass", "VolumeSnapshot", "VolumeSnapshotData", "Job",
    ];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_OfTheRightType_IsTaken(string path, string type)
    {
        var right = type switch
        {
            "timestamp" => $"\"{Reports.Time}\"",
            "text" => "\"x\"",
            "integer" => "7",
            "number" => "0.5",
            "flag" => "true",
            "array" => "[]",
            _ => "{}",
        };

        Assert.Empty(FindingsAt(path, right));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_OfAnotherType_IsRefusedByItsPath(string path, string type)
    {
        string[] wrong = type switch
        {
            "timestamp" => ["\"yesterday\"", "\"2026-11-22T21:16:30\\u002B00:00\"", "1577836800", "true", "{}", "[]"],
            "text" => ["{}", "[]"],
            "integer" => ["\"x\"", "\"\"", "0.5", "1e3", "9223372036854775808", "true", "{}", "[]"],
            "number" => ["\"x\"", "\"\"", "\" 5\"", "\"NaN\"", "1e999", "true", "{}", "[]"],
            "flag" => ["0", "\"true\"", "{}", "[]"],
            "array" => ["0", "\"x\"", "true", "{}"],
            "map" => ["0", "\"x\"", "true", "[]"],
            _ => ["0", "\"x\"", "true", "[5]"],
        };

        Assert.All(wrong, value =>
        {
            var finding = Assert.Single(FindingsAt(path, value));
            Assert.StartsWith($"{path}: must be ", finding, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_OfATypeThatScopeForgives_IsTakenAndFound(string path, string type)
    {
        string[] forgiven = type switch
        {
            "text" => ["5", "1.50", "true", "false"],
            "integer" => ["\"5\""],
            "number" => ["\"0.5\""],
            "object" => ["[]"],
            _ => [],
        };

        Assert.All(forgiven, value =>
        {
            var finding = Assert.Single(FindingsAt(path, value));
            Assert.StartsWith($"{path}: should be ", finding, StringComparison.Ordinal);
            Assert.EndsWith("although Scope takes it", finding, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_OfNull_CountsAsLeftOut(string path, string type)
    {
        var isCounter = path == "$.Container.nodes.x.counters.x";

        Assert.NotEmpty(type);
        Assert.Equal(isCounter ? [$"{path}: must be an integer, not null"] : [], FindingsAt(path, "null"));
    }

    [Theory]
    [MemberData(nameof(Topologies))]
    public void Topology_OfEachName_IsDecoded(string name)
    {
        var report = Reports.Decode(
            Reports.With(
                $"\"{name}\":" + """{"nodes":{"a":{"latest":{"k":{"timestamp":"2026-11-22T21:16:30Z","value":"v"}}}}}"""));

        Assert.Equal("v", report.Topology(name).Nodes["a"].Latest["k"].Value);
    }

    [Fact]
    public void Topologies_AreAllThatScopeHas() =>
        Assert.Equal(
            Topologies.Select(row => row.Data).Order(StringComparer.Ordinal),
            TopologyFormats.ByName.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Node_WithEverything_IsDecoded()
    {
        var node = Reports.Decode(Reports.WithNode("""
            "id":"a;<container>", "topology":"container",
            "latest":{"k":{"timestamp":"2026-11-22T21:16:30Z","value":"v"}},
            "sets":{"s":["a","b"]}, "counters":{"c":3}, "parents":{"host":["h;<host>"]}, "adjacency":["b;<container>"],
            "metrics":{"m":{"samples":[{"date":"2026-11-22T21:16:30Z","value":1.5}],"min":1,"max":2}}
            """)).Topology("Container").Nodes["a;<container>"];

        var time = new DateTime(2026, 11, 22, 21, 16, 30, DateTimeKind.Utc);
        Assert.Equal("a;<container>", node.Id);
        Assert.Equal("container", node.Topology);
        Assert.Equal(new LatestValue(time, "v"), node.Latest["k"]);
        Assert.Equal(new LatestValue(Reports.Now, "3"), node.Latest["count_c"]);
        Assert.Equal(["a", "b"], node.Sets["s"]);
        Assert.Equal(["h;<host>"], node.Parents["host"]);
        Assert.Equal(["b;<container>"], node.Adjacency);
        Assert.Equal(1, node.Metrics["m"].Min);
        Assert.Equal(2, node.Metrics["m"].Max);
        Assert.Equal([new MetricSample(time, 1.5)], node.Metrics["m"].Samples);
    }

    [Fact]
    public void Counter_BesideALatestValueOfItsName_IsAddedToIt()
    {
        var node = Reports.Decode(Reports.WithNode("""
            "counters":{"c":5}, "latest":{"count_c":{"timestamp":"2026-11-22T21:16:30Z","value":"7"}}
            """)).Topology("Container").Nodes["a;<container>"];

        Assert.Equal("12", node.Latest["count_c"].Value);
    }

    [Theory]
    [InlineData(
        """{"x":{"timestamp":"2026-01-01T00:00:00Z","value":{"dead":false}},"y":{"timestamp":"2026-01-02T00:00:00Z","value":{}}}""",
        "x;y",
        2)]
    [InlineData(
        """{"x":{"timestamp":"2026-01-01T00:00:00Z","value":{"dead":false}},"y":{"timestamp":"2026-01-02T00:00:00Z","value":{"dead":true}}}""",
        "x",
        1)]
    public void LatestControls_BecomeTheActiveOnes(string controls, string active, int day)
    {
        var report = Reports.Decode(Reports.WithNode($"\"latestControls\":{controls}"));


        Assert.Equal(
            new LatestValue(new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc), active),
            report.Topology("Container").Nodes["a;<container>"].Latest["active_controls"]);
    }

    [Fact]
    public void Number_GivenAsText_IsTakenByItsText()
    {
        var report = Reports.Decode(Reports.WithNode("""
            "latest":{"k":{"timestamp":"2026-11-22T21:16:30Z","value":5.10e3}}
            """));

        Assert.Equal("5.10e3", report.Topology("Container").Nodes["a;<container>"].Latest["k"].Value);
    }

    [Theory]
    [InlineData("""{"plugins":[]}""", "$.plugins")]
    [InlineData("""{"Container":{"Nodes":{}}}""", "$.Container.Nodes")]
    [InlineData("""{"Container":{"metadata_template":{}}}""", "$.Container.metadata_template")]
    [InlineData(
        """{"Container":{"nodes":{"a;<container>":{"latest":{"k":{"time stamp":1}}}}}}""",
        "$.Container.nodes['a;<container>'].latest.k['time stamp']")]
    [InlineData("""{"Container":{"nodes":{"it's":{"Latest":{}}}}}""", @"$.Container.nodes['it\'s'].Latest")]
    public void Field_ThatScopeDoesNotKnow_IsFound(string report, string path) =>
        Assert.Contains($"Fields {path}: Scope does not know this field, and ignores it", Reports.Findings(report));

    [Theory]
    [InlineData("""{"Container":{},"Container":{}}""", "$.Container")]
    [InlineData("""{"Plugins":[{"id":"a","id":"b"}]}""", "$.Plugins[0].id")]
    [InlineData("""{"Container":{"nodes":{"a":{},"a":{}}}}""", "$.Container.nodes.a")]
    public void Name_ThatIsThereTwice_IsFound(string report, string path) =>
        Assert.Contains($"Fields {path}: occurs twice, and Scope keeps only one of them", Reports.Findings(report));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"Plugins\":[")]
    [InlineData("{\"Plugins\":tru}")]
    [InlineData("{\"Plugins\":[],}")]
    [InlineData("{'Plugins':[]}")]
    [InlineData("{\"a\":\"\n\"}")]
    [InlineData("not JSON")]
    public void Body_ThatIsNotJson_IsRefused(string body)
    {
        Assert.StartsWith("decoding error: is not JSON, at line ", Reports.Error(body), StringComparison.Ordinal);
        Assert.StartsWith("Json $: is not JSON, at line ", Assert.Single(Reports.Findings(body)), StringComparison.Ordinal);
    }

    [Fact]
    public void Body_CutOffAnywhere_IsRefused()
    {
        var whole = Encoding.UTF8.GetBytes(Reports.WithNode("""
            "latest":{"ключ":{"timestamp":"2026-11-22T21:16:30Z","value":"v"}},"sets":{"s":["a"]},"counters":{"c":1}
            """));

        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.NotNull(Reports.Read(whole[..length]).Error));
    }

    [Fact]
    public void Body_WithAByteOrderMark_IsRefused()
    {
        byte[] body = [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Reports.With())];

        Assert.Equal("decoding error: begins with a byte order mark, which JSON must not have", Reports.Read(body).Error);
    }

    [Fact]
    public void Body_WithMoreAfterTheReport_IsTakenAndFound()
    {
        var report = Reports.With();

        Assert.Equal(
            [$"Json more follows the report's end at byte {report.Length}, although Scope ignores it"],
            Reports.Findings(report + "\n{}"));
        Assert.Empty(Reports.Findings(report + "\r\n\t "));
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("1")]
    [InlineData("true")]
    public void Body_ThatIsNoObject_IsRefused(string body) =>
        Assert.StartsWith("decoding error: $: must be an object, not ", Reports.Error(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Body_WithoutPlugins_HasNone(string body) =>
        Assert.Equal("report must contain exactly one plugin (found 0)", Reports.Error(body));

    [Fact]
    public void Body_NestedTooDeeply_IsRefused()
    {
        var depth = 100_000;

        Assert.Contains("depth", Reports.Error(new string('[', depth) + new string(']', depth)), StringComparison.Ordinal);
        Assert.Contains(
            "depth", Reports.Error(string.Concat(Enumerable.Repeat("{\"children\":[", depth))), StringComparison.Ordinal);
    }

    [Fact]
    public void Children_NestedAsDeeplyAsMayBe_AreDecoded()
    {
        var levels = 120;
        var children = string.Concat(Enumerable.Repeat("\"children\":[{", levels)) + string.Concat(
            Enumerable.Repeat("}]", levels));

        Assert.Empty(Reports.Findings(Reports.WithNode(children)));
    }

    // Seen on Scope 1.13.2: an error, or the status "ok" and the rest of the report missing.
    [Theory]
    [InlineData("""{"ID":"\ud800"}""", "$.ID")]
    [InlineData("""{"ID":"a\udc00b"}""", "$.ID")]
    [InlineData("""{"ID":"\ud800\n"}""", "$.ID")]
    [InlineData("""{"ID":"\ud800\\u0041"}""", "$.ID")]
    [InlineData("""{"Unknown":{"a":["\ud800"]}}""", "$.Unknown")]
    [InlineData("""{"Container":{"nodes":{"a":{"sets":{"k":["\ud800 "]}}}}}""", "$.Container.nodes.a.sets.k[0]")]
    public void Text_WithHalfOfASurrogatePair_IsRefused(string report, string path) =>
        Assert.Equal(
            $"decoding error: {path}: holds half of a surrogate pair, over which Scope's decoder fails",
            Reports.Error(report));

    // Seen on Scope 1.13.2: the status is "ok", and the text has U+FFFD.
    [Theory]
    [InlineData("""\ud800\u0041x""", "\uFFFDx")]
    [InlineData("""\ud800\ud800x""", "\uFFFDx")]
    [InlineData("""a\"\uDC00\uD800\uD83D\uDE00\u0041""", "a\"\uFFFD\uD83D\uDE00A")]
    public void Text_WithHalfOfASurrogatePairBeforeAnotherEscape_IsAWarning(string text, string expected) =>
        AssertReplaced(Encoding.UTF8.GetBytes(Reports.WithNode($$$"""
            "latest":{"k":{"timestamp":"2026-11-22T21:16:30Z","value":"{{{text}}}"}}
            """)), expected);

    [Fact]
    public void Text_ThatIsNotUtf8_IsAWarning()
    {
        var body = Encoding.Latin1.GetBytes(
            Reports.WithNode("\"latest\":{\"k\":{\"timestamp\":\"2026-11-22T21:16:30Z\",\"value\":\"a\u00FF\u00FEb\"}}"));

        AssertReplaced(body, "a\uFFFD\uFFFDb");
    }

    [Fact]
    public void Name_ThatIsNotUnicode_IsRefused() =>
        Assert.Equal(
            "decoding error: $.Container.nodes.a.latest: holds text that is not Unicode",
            Reports.Error("""{"Container":{"nodes":{"a":{"latest":{"\udfff":null}}}}}"""));

    [Fact]
    public void Sampling_ThatIsNegative_IsRefused() =>
        Assert.Equal(
            "decoding error: $.Sampling.Count: must not be negative", Reports.Error("""{"Sampling":{"Count":-1}}"""));

    [Fact]
    public void Findings_OfTheSameRule_AreToldAFewTimes()
    {
        var nodes = string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"n{i}\":5"));

        var findings = Reports.Findings(Reports.WithTopology($"\"nodes\":{{{nodes}}}"));

        Assert.Equal(6, findings.Count);
        Assert.Equal("Types and 95 more like these", findings[^1]);
    }

    [Fact]
    public void Value_ThatIsWrongAndLong_IsShownInPart()
    {
        var error = Reports.Error($$"""{"TS":"{{new string('x', 10_000)}}"}""");

        Assert.EndsWith("xxx…", error, StringComparison.Ordinal);
        Assert.InRange(error.Length, 100, 200);
    }

    /// <summary>What is wrong with the types of a report that has a value at a path, and what must be around that.</summary>
    private static IReadOnlyList<string> FindingsAt(string path, string value)
    {
        var json = value;
        foreach (var part in path["$.".Length..].Split('.').Reverse())
        {
            var name = part.Split('[')[0];
            if (part.EndsWith("[0]", StringComparison.Ordinal))
                json = $"[{json}]";
            else if (part.EndsWith("[1]", StringComparison.Ordinal))
                json = $"[{{}},{json}]";
            json = $"{{\"{name}\":{json}}}";
        }

        var findings = Reports.Read(json).Findings.Where(
            finding => finding.Rule is ContractRule.Types or ContractRule.Fields);
        return [.. findings.Select(finding => finding.ToString())];
    }

    private static void AssertReplaced(byte[] body, string expected)
    {
        var (report, findings, error) = Reports.Read(body);

        Assert.Null(error);
        Assert.Equal(expected, report!.Topology("Container").Nodes["a;<container>"].Latest["k"].Value);
        var finding = Assert.Single(findings);
        Assert.True(finding.IsWarning);
        Assert.Equal(
            "$.Container.nodes['a;<container>'].latest.k.value: holds text that is not Unicode, of which Scope makes U+FFFD",
            finding.ToString());
    }
}
