using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VolumeCount.Scope;
using VolumeCount.Scope.Vocabulary;
using VolumeCount.Tests.Unit.Contract;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Vocabulary;

/// <summary>
/// What the generator refuses in an attributed class, the check of a running plugin refuses in its report, and nothing else.
/// </summary>
public sealed class FactsTests
{
    private const string Run = "public static VolumeCount.Scope.Controls.ControlResponse Run() => null!;";

    public static TheoryData<string> Topologies => [.. TopologyFormats.ByName.Keys];

    [Fact]
    public void Topologies_AreTheMembersOfTheEnumeration() =>
        Assert.Equal(
            Enum.GetNames<ScopeTopology>().Order(StringComparer.Ordinal),
            TopologyFormats.ByName.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Topologies))]
    public void TemplateIds_OfScopesOwn_AreRefusedByBoth(string topology)
    {
        string[] ids = [.. ReservedIds(topology), "plugins_own"];

        AssertSame(
            ids,
            Generated(topology, ids, static id => $"[Metadata(Id = {Literal(id)})] public string"),
            id => Checked(topology, Entry("metadata_templates", id, "\"label\":\"L\",\"priority\":1")));
        AssertSame(
            ids,
            Generated(topology, ids, static id => $"[Metric(Id = {Literal(id)})] public int"),
            id => Checked(topology, Entry("metric_templates", id, "\"label\":\"L\"")));
    }

    [Theory]
    [MemberData(nameof(Topologies))]
    public void TablePrefixes_OfScopesOwnKeys_AreRefusedByBoth(string topology)
    {
        string[] prefixes =
            [.. ReservedIds(topology).Select(static id => id[..Math.Min(4, id.Length)]).Distinct(), "plugin-"];

        AssertSame(
            prefixes,
            [.. prefixes.SelectMany(prefix => Generated(
                topology, [prefix],
                static prefix => $"[Table(Prefix = {Literal(prefix)})] public Dictionary<string, string>"))],
            prefix => Checked(
                topology,
                Entry("table_templates", "t", $"\"label\":\"T\",\"prefix\":{Json(prefix)}")));
    }

    [Fact]
    public void CounterIds_OfTopologies_AreRefusedByBoth()
    {
        string[] ids = [.. TopologyFormats.ByNodeName.Keys, "restarts"];

        AssertSame(
            ids,
            Generated("Host", ids, static id => $"[Metadata(Id = {Literal(id)}, From = ValueSource.Counters)] public int"),
            id => Checked(
                "Host",
                Entry("metadata_templates", id, "\"label\":\"L\",\"priority\":1,\"from\":\"counters\"")));
    }

    [Fact]
    public void Priorities_ThatScopeLoses_AreRefusedByBoth()
    {
        string[] priorities = ["-1", "-0.5", "0", "0.1", "1", "9.9", "10", "11"];

        AssertSame(
            priorities,
            Generated("Host", priorities, static priority => $"[Metadata(Priority = {priority})] public string"),
            static priority =>
                Checked("Host", Entry("metadata_templates", "a", $"\"label\":\"L\",\"priority\":{priority}")));
    }

    [Fact]
    public void ControlIds_OfAnyCharacter_AreRefusedByBothOrNeither()
    {
        string[] ids =
        [
            .. Enumerable.Range(0, 160).Select(static c => $"a{(char)c}b"), " a", "a ", ".", "..", "...", "a.", "é",
            "\u00e9\u2028",
        ];

        AssertSame(
            ids,
            Generated("Host", ids, static id => $"[Control(Id = {Literal(id)}, Handler = nameof(Run))] public bool"),
            static id => Checked(
                "Host", Entry("controls", id, "\"human\":\"H\""), "\"reporter\",\"controller\""));
    }

    [Fact]
    public void ColumnIds_WithTheSeparator_AreRefusedByBoth()
    {
        string[] ids = ["a", "_a_", "a__b", "a___b", "___"];

        AssertSame(
            ids,
            [.. ids.SelectMany(static id => Generated(
                "Host",
                [id],
                static id =>
                    $"public class Row {{ [RowId, Column(Id = {Literal(id)})] public string Id => \"\"; }} [Table] public "
                        + "Row[]"))],
            static id => Checked(
                "Host",
                Entry(
                    "table_templates",
                    "t",
                    "\"label\":\"T\",\"prefix\":\"t_\",\"type\":\"multicolumn-table\","
                        + $"\"columns\":[{{\"id\":{Json(id)},\"label\":\"C\"}}]")));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("A-1-b")]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("é")]
    [InlineData("a\n")]
    [InlineData("٣")]
    public void PluginIds_AreRefusedByBothOrNeither(string id)
    {
        var source = SampleSource.Report(SampleSource.Time).Replace("\"sample\"", Literal(id), StringComparison.Ordinal);

        Assert.Equal(PluginIds.IsValid(id), !HasErrors(source));
    }

    [Fact]
    public void Words_OfTheAttributes_AreKnownToScope()
    {
        string[] dataTypes = [.. Enum.GetNames<DataType>().Where(static name => name is not ("FromType" or "Text"))];
        var source = SampleSource.Node(
            SampleSource.Id
            + string.Concat(
                dataTypes.Select(static name => $"[Metadata(DataType = DataType.{name})] public string D{name} => \"\";"))
            + string.Concat(
                Enum.GetNames<MetricFormat>().Select(
                    static name => $"[Metric(Format = MetricFormat.{name})] public int M{name} => 1;"))
            + "[Metadata] public string[] Sets => []; [Metadata(From = ValueSource.Counters)] public int Counters => 1;"
            + "[Table] public Dictionary<string, string> Properties => [];"
            + "public class Row { [RowId, Column] public string Id => \"\"; } [Table] public Row[] Columns => [];"
            + "} public static class Data { public static SampleReport Report => new();",
            "Host");
        using var report = CompiledReport.Load(source);

        var (_, findings, error) = Reports.Read(report.Write());

        Assert.Null(error);
        Assert.Empty(findings);
    }

    private static void AssertSame(string[] facts, IReadOnlyList<bool> isGenerated, Func<string, bool> isChecked) =>
        Assert.Equal(
            facts.Zip(isGenerated, static (fact, isRight) => $"{fact}: {isRight}"),
            facts.Select(fact => $"{fact}: {isChecked(fact)}"));

    /// <summary>Whether the generator takes each of the properties that are made of <paramref name="facts"/>.</summary>
    private static bool[] Generated(string topology, string[] facts, Func<string, string> property)
    {
        var members = facts.Select((fact, i) => $"{property(fact)} P{i} => default!;");
        var result = GeneratorHarness.RunOverErrors(
            GeneratorHarness.Compile(SampleSource.Node($"[NodeId{Part(topology, 0)}] public string Id => \"\"; "
                + $"{Rest(topology)} {Run}\n"
                + string.Join('\n', members), topology)), out _);
        var wrong = result.Diagnostics
            .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
            .Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line)
            .ToHashSet();
        var first = Lines(topology);

        return [.. facts.Select((_, i) => !wrong.Contains(first + i))];
    }

    private static int Lines(string topology) => SampleSource
        .Node($"[NodeId{Part(topology, 0)}] public string Id => \"\"; {Rest(topology)} {Run}\nHERE", topology)
        .Split('\n')
        .Index()
        .First(static line => line.Item == "HERE").Index;

    private static string Rest(string topology) => string.Concat(
        Enumerable.Range(1, TopologyFormats.ByName[topology].IdForm.Parts.Count - 1)
            .Select(i => $"[NodeId{Part(topology, i)}] public string Id{i} => \"\"; "));

    private static string Part(string topology, int i) =>
        TopologyFormats.ByName[topology].IdForm.Parts[i] is var part and not NodeIdForm.Whole ? $"(NodeIdPart.{part})" : "";

    /// <summary>Whether the check takes a report with that topology.</summary>
    private static bool Checked(string topology, string members, string interfaces = "\"reporter\"")
    {
        var (_, findings, error) = Reports.Read(Reports.With($"\"{topology}\":{members}", interfaces: interfaces));

        Assert.Null(error);
        return findings.Count == 0;
    }

    private static string Entry(string section, string id, string members) =>
        "{\"" + section + "\":{" + Json(id) + ":{\"id\":" + Json(id) + "," + members + "}}}";

    private static bool HasErrors(string source) => GeneratorHarness.RunOverErrors(GeneratorHarness.Compile(source), out _)
        .Diagnostics.Any(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

    private static IEnumerable<string> ReservedIds(string topology) =>
        [.. Words("Keys", topology), .. Words("Templates", topology)];

    private static string[] Words(string field, string topology) =>
        typeof(ReservedKeys).GetField(field, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)
            is Dictionary<string, string> all && all.TryGetValue(topology, out var words)
            ? words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [];

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
