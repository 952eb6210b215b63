using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VolumeCount.Generators;
using VolumeCount.Tests.Unit.Generators.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace VolumeCount.Tests.Unit.Generators;

/// <summary>
/// What runs again after an edit. The compiler asks the parser again after each edit of anything: only it can know whether
/// the types that a report mentions are still the same. All that is behind it runs for a new answer alone.
/// </summary>
public sealed class IncrementalTests
{
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
        Assert.Equal([Removed], steps[TrackedSteps.Output]);
    }

    [Fact]
    public void Mistake_WhenMovedToAnotherLine_IsReportedAgainButEmitsNothing()
    {
        var source = SampleSource.VolumeCount.Replace("volume-count", "volume_count", StringComparison.Ordinal);

        var steps = Edit(source, static c => Replace(c, "[Plugin", "\n[Plugin"));

        Assert.Equal([Modified], steps[TrackingNames.Parse]);
        Assert.Equal([Modified], steps[TrackingNames.Diagnostics]);
        Assert.Equal([Unchanged], steps[TrackingNames.Reports]);
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
