using Microsoft.CodeAnalysis;
using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

/// <summary>What the compiler refuses itself: neither the generator nor what it emits adds anything to that.</summary>
public sealed class CompilerErrorTests
{
    [Theory]
    [InlineData("[ReportTime] public Unknown Time { get; }")]
    [InlineData("[ReportTime(1)] public DateTimeOffset Time { get; }")]
    [InlineData(Time + "[Topology(ScopeTopology.Unknown)] public List<int> Nodes { get; }")]
    [InlineData(Time + "[Topology] public List<int> Nodes { get; }")]
    [InlineData(Time + "[Topology(ScopeTopology.Container)] public Unknown Nodes { get; }")]
    [InlineData(Time + "[Topology(ScopeTopology.Container)] public List<Unknown> Nodes { get; }")]
    [InlineData(Time + "[Topology(ScopeTopology.Container)] public List<List<Unknown>> Nodes { get; }")]
    [InlineData(Time + "[Topology(ScopeTopology.Container)] public Unknown[] Nodes { get; }")]
    public void Report_WithAnError_IsLeftToTheCompiler(string members) => AssertLeftToCompiler(SampleSource.Report(members));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("\"sample\"")]
    [InlineData("\"sample\", Label = 1")]
    [InlineData("\"sample\", Label = \"Sample\", Unknown = 1")]
    public void Plugin_WithAnError_IsLeftToTheCompiler(string arguments) => AssertLeftToCompiler(
        SampleSource.Report(Time).Replace("\"sample\", Label = \"Sample\"", arguments, StringComparison.Ordinal));

    [Theory]
    [InlineData("[NodeId] public Unknown Id { get; }")]
    [InlineData("[NodeId(NodeIdPart.Unknown)] public string Id { get; }")]
    [InlineData("[NodeId(1, 2)] public string Id { get; }")]
    [InlineData(Id + "[Metadata] public Unknown Value { get; }")]
    [InlineData(Id + "[Metadata(From = ValueSource.Sets)] public Unknown Value { get; }")]
    [InlineData(Id + "[Metadata(DataType = DataType.Link)] public Unknown Value { get; }")]
    [InlineData(Id + "[Metadata] public List<Unknown> Value { get; }")]
    [InlineData(Id + "[Metadata(1)] public object Value { get; }")]
    [InlineData(Id + "[Metadata(Priority = \"1\")] public int Value { get; }")]
    [InlineData(Id + "[Metadata(Id = 1)] public int Value { get; }")]
    [InlineData(Id + "[Metadata(Id = new[] { \"a\" })] public int Value { get; }")]
    [InlineData(Id + "[Metadata(From = ValueSource.Unknown)] public int Value { get; }")]
    [InlineData(Id + "[Metadata, Metadata] public int Value { get; }")]
    [InlineData(Id + "[Metric] public Unknown Value { get; }")]
    [InlineData(Id + "[Metric] public List<Unknown> Value { get; }")]
    [InlineData(Id + "[Metric(Min = null)] public int Value { get; }")]
    [InlineData(Id + "[Table] public Unknown Value { get; }")]
    [InlineData(Id + "[Table] public List<Unknown> Value { get; }")]
    [InlineData(Id + "[Table] public Dictionary<string, Unknown> Value { get; }")]
    [InlineData(Id + "[Table] public Dictionary<Unknown, string> Value { get; }")]
    [InlineData(
        Id + "[Table] public List<Row> Value { get; } public class Row { [RowId, Column] public Unknown Id { get; } }")]
    [InlineData(
        Id + "[Table] public List<Row> Value { get; } public class Row { [RowId, Column(1)] public string Id { get; } }")]
    [InlineData(
        Id + "[Table] public List<Row> Value { get; } public class Row { [RowId(1), Column] public string Id { get; } }")]
    [InlineData(Id + "[Parents(ScopeTopology.Host)] public Unknown Value { get; }")]
    [InlineData(Id + "[Parents(ScopeTopology.Unknown)] public string Value { get; }")]
    [InlineData(Id + "[Parents] public string Value { get; }")]
    [InlineData(Id + "[Adjacency] public List<Unknown> Value { get; }")]
    [InlineData(
        Id + "[Control(Handler = nameof(Run))] public Unknown Value { get; } public static ControlResponse Run() => null!;")]
    [InlineData(Id + "[Control(Handler = nameof(Run))] public bool Value { get; } public static Unknown Run() => null!;")]
    [InlineData(
        Id + "[Control(Handler = nameof(Run))] public bool Value { get; } public static Task<Unknown> Run() => null!;")]
    [InlineData(
        Id
        + "[Control(Handler = nameof(Run))] public bool Value { get; }"
        + "public static ControlResponse Run(Unknown a) => null!;")]
    public void Node_WithAnError_IsLeftToTheCompiler(string members) =>
        AssertLeftToCompiler(SampleSource.Node(members, "Host"));

    [Fact]
    public void Plugin_OnASecondPart_IsLeftToTheCompiler()
    {
        var again = "[Plugin(\"other\", Label = \"Other\")] partial class SampleReport;";

        AssertLeftToCompiler(
            SampleSource.Report(Time).Replace("public class", "public partial class", StringComparison.Ordinal) + again);
    }

    [Theory]
    [InlineData("interface")]
    [InlineData("enum")]
    public void Plugin_OnWhatCannotHaveIt_IsLeftToTheCompiler(string kind)
    {
        var result = Run($"using VolumeCount.Scope; [Plugin(\"sample\", Label = \"Sample\")] {kind} Report {{ }}");

        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.GeneratedSources);
    }

    private static void AssertLeftToCompiler(string source)
    {
        var result = Run(source);

        Assert.Empty(result.Diagnostics);
        Assert.Single(result.GeneratedSources);
    }

    private static GeneratorRunResult Run(string source)
    {
        var token = TestContext.Current.CancellationToken;
        var compilation = GeneratorHarness.Compile(source);
        var result = GeneratorHarness.RunOverErrors(compilation, out var output);

        Assert.Equal(Errors(compilation), Errors(output));
        Assert.NotEmpty(Errors(output));

        return result;

        IEnumerable<string> Errors(Compilation compilation) => compilation.GetDiagnostics(token)
            .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
            .Select(static diagnostic => diagnostic.ToString())
            .Order(StringComparer.Ordinal);
    }
}
