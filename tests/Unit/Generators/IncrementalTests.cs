extern alias Generators;
using Generators::VolumeCount.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VolumeCount.Tests.Unit.Generators.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace VolumeCount.Tests.Unit.Generators;

/// <summary>
/// What runs again after an edit. The compiler asks the parser again after each edit of anything: only it can know whether
/// the types that a report mentions are still the same. All that is behind it runs for a new answer alone.
/// </summary>
public sealed class IncrementalTests
{
    private static readonly string EveryKind = SampleSource.Node(
        """
        [NodeId] public string Id => "";
            [Metadata] public Level Level => default;
            [Metadata] public Uri? Page => null;
            [Metric(Min = 0)] public double Load => 41;
            [Table] public List<Row> Rows => [];
            [Table] public Limits? Limits => null;
            [Parents(ScopeTopology.Pod)] public string Pod => "";
            [Adjacency] public string[] ConnectsTo => [];
            [Control(Handler = "Run")] public bool CanRun => true;
            public static ControlResponse Run() => ControlResponse.Empty;
            public int Unmarked => 1;
        }

        public enum Level { Low }

        public class Row
        {
            [RowId] public string Id => "";
            [Column] public int Size => 1;
        }

        public class Limits
        {
            [FixedRow] public int Memory => 1;
        """,
        "Host");

    public static TheoryData<string, string> EditsOfWhatIsEmitted => new()
    {
        { "[NodeId] public string Id", "[NodeId] public string Name" },
        { "enum Level { Low }", "enum Level { Low, High }" },
        { "public Uri? Page", "public string? Page" },
        { "Metric(Min = 0)", "Metric(Min = 1)" },
        { "public double Load", "public decimal? Load" },
        { "public List<Row> Rows", "public Row[] Rows" },
        { "[RowId] public string Id", "[RowId] public string Key" },
        { "[Column] public int Size", "[Column] public int Bytes" },
        { "[Column] public int Size", "[Column] public string Size" },
        { "[FixedRow] public int Memory", "[FixedRow(Label = \"RAM\")] public int Memory" },
        { "Parents(ScopeTopology.Pod)", "Parents(ScopeTopology.Job)" },
        { "public string[] ConnectsTo", "public string ConnectsTo" },
        { "Control(Handler", "Control(Rank = 1, Handler" },
        { "ControlResponse Run()", "ValueTask<ControlResponse> Run()" },
        { "ControlResponse Run()", "ControlResponse Run(CancellationToken token)" },
        { "public int Unmarked", "[Metadata] public int Unmarked" },
    };

    public static TheoryData<string, string> EditsOfOtherThings => new()
    {
        { "=> 41", "=> 42" },
        { "=> ControlResponse.Empty", "=> ControlResponse.Error(\"no\")" },
        { "int Unmarked", "string? Marked" },
        { "ControlResponse Run()", "Task<ControlResponse> Run()" },
        { "class Limits", "sealed class Limits" },
        { "[Column] public int Size", "/* in bytes */ [Column] public int Size" },
        { "public enum Level { Low }", "public class Unrelated; public enum Level { Low }" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void UnrelatedType_WhenAdded_EmitsNothingAgain()
    {
        var steps = Edit(
            SampleSource.VolumeCount, static c => c.AddSyntaxTrees(GeneratorHarness.Parse("class Unrelated;", "Other.cs")));

        Assert.Equal([Unchanged], steps[TrackingNames.Parse]);
        Assert.Equal([Cached], steps[TrackingNames.Reports]);
        Assert.Equal([Cached], steps[TrackedSteps.Output]);
    }

    [Fact]
    public void MethodBody_WhenEdited_EmitsNothingAgain()
    {
        var source = SampleSource.VolumeCount + "class User { int Answer() => 41; }";

        var steps = Edit(source, static c => Replace(c, "41", "42"));

        Assert.Equal([Unchanged], steps[TrackingNames.Parse]);
        Assert.Equal([Cached], steps[TrackingNames.Reports]);
        Assert.Equal([Cached], steps[TrackedSteps.Output]);
    }

    [Fact]
    public void CommentInReport_WhenEdited_EmitsNothingAgain()
    {
        var steps = Edit(SampleSource.VolumeCount, static c => Replace(c, "[ReportTime]", "// When it was.\n[ReportTime]"));

        Assert.Equal([Unchanged], steps[TrackingNames.Parse]);
        Assert.Equal([Cached], steps[TrackingNames.Reports]);
        Assert.Equal([Cached], steps[TrackedSteps.Output]);
    }

    [Fact]
    public void Member_WhenRenamed_EmitsAgain()
    {
        var steps = Edit(SampleSource.VolumeCount, static c => Replace(c, "int VolumeCount", "int MountCount"));

        Assert.Equal([Modified], steps[TrackingNames.Parse]);
        Assert.Equal([Modified], steps[TrackingNames.Reports]);
        Assert.Equal([Modified], steps[TrackedSteps.Output]);
    }

    [Fact]
    public void Attribute_WhenChanged_EmitsAgain()
    {
        var steps = Edit(SampleSource.VolumeCount, static c => Replace(c, "\"# Volumes\"", "\"Volumes\""));

        Assert.Equal([Modified], steps[TrackingNames.Parse]);
        Assert.Equal([Modified], steps[TrackingNames.Reports]);
        Assert.Equal([Modified], steps[TrackedSteps.Output]);
    }

    [Fact]
    public void Attribute_WhenTakenAway_RemovesTheContext()
    {
        var steps = Edit(SampleSource.VolumeCount, static c => Replace(c, "[Plugin(\"volume-count\", ", "[Unknown("));

        Assert.Equal([Removed], steps[TrackingNames.Parse]);
        Assert.Equal([Removed], steps[TrackingNames.Reports]);

        // The rest has a report's attributes, but is not a report.
        Assert.Equal([New, New], steps[TrackingNames.Strays]);
        Assert.Equal([New, New, Removed], steps[TrackedSteps.Output].Order());
    }

    [Fact]
    public void Mistake_WhenMovedToAnotherLine_IsReportedAgainButEmitsNothing()
    {
        var source = SampleSource.VolumeCount.Replace("volume-count", "volume_count", StringComparison.Ordinal);

        var steps = Edit(source, static c => Replace(c, "[Plugin", "\n[Plugin"));

        Assert.Equal([Modified], steps[TrackingNames.Parse]);
        Assert.Equal([Modified], steps[TrackingNames.Diagnostics]);
        Assert.Equal([Cached], steps[TrackingNames.Reports]);
        Assert.Equal([Modified, Cached], steps[TrackedSteps.Output].Order());
    }

    [Fact]
    public void OneOfTwoReports_WhenEdited_EmitsTheOtherOneNotAgain()
    {
        var other = SampleSource.VolumeCount.Replace("namespace Sample", "namespace Other", StringComparison.Ordinal);

        var steps = Edit(SampleSource.VolumeCount, c => Replace(c, "\"# Volumes\"", "\"Volumes\""), other);

        Assert.Equal([Modified, Unchanged], steps[TrackingNames.Parse]);
        Assert.Equal([Modified, Cached], steps[TrackingNames.Reports]);
        Assert.Equal([Modified, Cached], steps[TrackedSteps.Output]);
    }

    [Theory]
    [MemberData(nameof(EditsOfWhatIsEmitted))]
    public void PartOfANode_WhenEdited_EmitsAgain(string before, string after)
    {
        var steps = Edit(EveryKind, c => Replace(c, before, after));

        Assert.Equal([Modified], steps[TrackingNames.Parse]);
        Assert.Equal([Modified], steps[TrackingNames.Reports]);
        Assert.Equal([Modified], steps[TrackedSteps.Output]);
    }

    [Theory]
    [MemberData(nameof(EditsOfOtherThings))]
    public void WhatIsBesideTheAttributes_WhenEdited_EmitsNothingAgain(string before, string after)
    {
        var steps = Edit(EveryKind, c => Replace(c, before, after));

        Assert.Equal([Unchanged], steps[TrackingNames.Parse]);
        Assert.Equal([Cached], steps[TrackingNames.Reports]);
        Assert.Equal([Cached], steps[TrackedSteps.Output]);
    }

    [Theory]
    [InlineData("enum Level { Low }", "enum Level { Low, High }")]
    [InlineData("enum Level { Low }", "enum Level { High }")]
    [InlineData("[Column] public int Size", "[Column] public int Bytes")]
    [InlineData("ControlResponse Run()", "ControlResponse Run(ControlRequest request)")]
    public void TypeInAnotherFile_WhenEdited_EmitsAgain(string before, string after)
    {
        var types =
            """
            using VolumeCount.Scope;
            using VolumeCount.Scope.Controls;
            namespace Sample;
            public enum Level { Low }
            public class Row { [RowId] public string Id => ""; [Column] public int Size => 1; }
            public class NodeBase { public static ControlResponse Run() => ControlResponse.Empty; }
            """;
        var node = SampleSource.Node(
            SampleSource.Id
            + "[Metadata] public Level Level => default;"
            + "[Table] public List<Row> Rows => [];"
            + "[Control(Handler = nameof(Run))] public bool CanRun => true;",
            "Host", "class SampleNode : NodeBase");

        var steps = Edit(types, c => Replace(c, before, after), node);

        Assert.Equal([Modified], steps[TrackingNames.Parse]);
        Assert.Equal([Modified], steps[TrackingNames.Reports]);
        Assert.Equal([Modified], steps[TrackedSteps.Output]);
    }

    [Fact]
    public void Handler_WhenTakenAway_IsReportedAndEmitsAgain()
    {
        var steps = Edit(EveryKind, static c => Replace(c, "ControlResponse Run()", "ControlResponse Walk()"));

        Assert.Equal([Modified], steps[TrackingNames.Parse]);
        Assert.Equal([New], steps[TrackingNames.Diagnostics]);
        Assert.Equal([Modified], steps[TrackingNames.Reports]);
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<IncrementalStepRunReason>> Edit(
        string source, Func<CSharpCompilation, CSharpCompilation> edit, params string[] others)
    {
        var compilation = GeneratorHarness.Compile([source, .. others]);
        var driver = GeneratorHarness.Driver().RunGenerators(compilation, Token);

        return TrackedSteps.Of(driver.RunGenerators(edit(compilation), Token).GetRunResult().Results.Single());
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string before, string after)
    {
        var tree = compilation.SyntaxTrees[0];
        var text = tree.GetText(Token).ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);

        return compilation.ReplaceSyntaxTree(
            tree, GeneratorHarness.Parse(text.Replace(before, after, StringComparison.Ordinal), tree.FilePath));
    }
}
