using Microsoft.CodeAnalysis;
using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

public sealed class MetadataDiagnosticTests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    public void Label_WhenEmpty_IsVolc002(string label)
    {
        GeneratorHarness.DiagnoseNode($"[Metadata(Label = {{|VOLC002:{label}|}})] public int Count => 1;");
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    public void Id_WhenEmpty_IsVolc003(string id)
    {
        GeneratorHarness.DiagnoseNode($"[Metadata(Id = {{|VOLC003:{id}|}})] public int Count => 1;");
    }

    [Fact]
    public void IdAndLabel_OfNull_AreTheDefaultOnes()
    {
        var result = GeneratorHarness.DiagnoseNode("[Metadata(Id = null, Label = null)] public int VolumeCount => 1;");

        Assert.Contains(
            "\"id\":\"volume_count\",\"label\":\"Volume Count\"",
            GeneratorHarness.Sources(result).Values.Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Id_WhenGivenTwice_IsVolc004()
    {
        GeneratorHarness.DiagnoseNode(
            "[Metadata] public int Count => 1; [Metadata(Id = {|VOLC004:\"count\"|})] public int Other => 1;");
    }

    [Fact]
    public void Id_WhenTheDefaultIsGivenAlready_IsVolc004()
    {
        GeneratorHarness.DiagnoseNode(
            "[Metadata(Id = \"count\")] public int Other => 1; [Metadata] public int {|VOLC004:Count|} => 1;");
    }

    [Fact]
    public void Id_OfTwoKindsOfTemplate_IsNoMistake()
    {
        GeneratorHarness.DiagnoseNode(
            """
            [Metadata, Metric] public int Volumes => 1;
            [Table(Id = "volumes")] public Dictionary<string, string> All => [];
            """);
    }

    [Theory]
    [InlineData("char")]
    [InlineData("object")]
    [InlineData("DateTime?")]
    [InlineData("Int128")]
    [InlineData("Guid")]
    [InlineData("List<int>")]
    [InlineData("IEnumerable<string>[]")]
    [InlineData("SampleNode")]
    public void Type_ThatIsNotMapped_IsVolc005(string type)
    {
        GeneratorHarness.DiagnoseNode($"[Metadata] public {type} {{|VOLC005:Value|}} => default!;");
    }

    [Theory]
    [InlineData("Latest")]
    [InlineData("Sets")]
    [InlineData("Counters")]
    public void Type_ThatIsNotMapped_IsVolc005AloneWhereverItComesFrom(string source)
    {
        GeneratorHarness.DiagnoseNode(
            $"[Metadata(From = ValueSource.{source})] public List<int> {{|VOLC005:Value|}} => [];");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("double.NaN")]
    [InlineData("double.PositiveInfinity")]
    [InlineData("double.NegativeInfinity")]
    public void Priority_ThatIsRefused_IsVolc014(string priority)
    {
        GeneratorHarness.DiagnoseNode($"[Metadata(Priority = {{|VOLC014:{priority}|}})] public int Count => 1;");
    }

    [Theory]
    [InlineData("-0.1")]
    [InlineData("9.9")]
    public void Priority_ThatShowsTheRow_IsNoMistake(string priority)
    {
        GeneratorHarness.DiagnoseNode($"[Metadata(Priority = {priority})] public int Count => 1;");
    }

    [Theory]
    [InlineData("10")]
    [InlineData("1000")]
    public void Priority_ThatHidesTheRow_IsVolc015AndNoError(string priority)
    {
        var result =
            GeneratorHarness.DiagnoseNode($"[Metadata(Priority = {{|VOLC015:{priority}|}})] public int Count => 1;");

        Assert.Equal(DiagnosticSeverity.Info, result.Diagnostics.Single().Severity);
        Assert.Contains(
            $"\"priority\":{priority}", GeneratorHarness.Sources(result).Values.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Priority_OfWhatHasNoRow_IsNoMistake()
    {
        GeneratorHarness.DiagnoseNode("[Metadata(Hidden = true, Priority = 10)] public int Count => 1;");
    }

    [Theory]
    [InlineData("int")]
    [InlineData("bool")]
    [InlineData("IPAddress")]
    [InlineData("DayOfWeek?")]
    [InlineData("string[]")]
    public void Link_OfATypeThatCannotBeOne_IsVolc030(string type)
    {
        GeneratorHarness.DiagnoseNode(
            $"[Metadata(DataType = {{|VOLC030:DataType.Link|}})] public {type} Value => default!;");
    }

    [Theory]
    [InlineData("string")]
    [InlineData("Uri?")]
    public void Link_OfATypeThatCanBeOne_IsNoMistake(string type)
    {
        GeneratorHarness.DiagnoseNode($"[Metadata(DataType = DataType.Link)] public {type} Value => default!;");
    }

    [Fact]
    public void Link_InCounters_IsVolc030()
    {
        GeneratorHarness.DiagnoseNode(
            "[Metadata(DataType = {|VOLC030:DataType.Link|}, From = ValueSource.Counters)] public int Value => default!;");
    }

    [Theory]
    [InlineData("Latest", "string[]")]
    [InlineData("Sets", "string")]
    [InlineData("Sets", "int")]
    [InlineData("Counters", "string")]
    [InlineData("Counters", "double")]
    [InlineData("Counters", "ulong")]
    [InlineData("Counters", "List<string>")]
    public void Source_ThatCannotHoldTheType_IsVolc031(string source, string type)
    {
        GeneratorHarness.DiagnoseNode(
            $"[Metadata(From = {{|VOLC031:ValueSource.{source}|}})] public {type} Value => default!;");
    }

    [Theory]
    [InlineData("FromType", "string[]")]
    [InlineData("Latest", "TimeSpan?")]
    [InlineData("Sets", "HashSet<string?>?")]
    [InlineData("Counters", "long?")]
    public void Source_ThatHoldsTheType_IsNoMistake(string source, string type)
    {
        GeneratorHarness.DiagnoseNode($"[Metadata(From = ValueSource.{source})] public {type} Value => default!;");
    }

    [Fact]
    public void Truncate_WhenNegative_IsVolc032()
    {
        GeneratorHarness.DiagnoseNode("[Metadata(Truncate = {|VOLC032:-1|})] public string Value => \"\";");
    }

    [Theory]
    [InlineData("DataType = {|VOLC045:(DataType)99|}")]
    [InlineData("From = {|VOLC045:(ValueSource)(-1)|}")]
    public void Member_ThatIsNone_IsVolc045(string argument)
    {
        GeneratorHarness.DiagnoseNode($"[Metadata({argument})] public string Value => \"\";");
    }

    [Theory]
    [InlineData("class SampleNode", "record SampleNode")]
    [InlineData("class SampleNode", "record struct SampleNode")]
    [InlineData("class SampleNode", "readonly struct SampleNode")]
    [InlineData("class SampleNode", "abstract class SampleNode")]
    [InlineData("<SampleNode>", "<SampleNode?>")]
    public void Mistake_InNodesOfAnyKind_IsReported(string before, string after)
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node("[NodeId] public string Id => \"\"; [Metadata] public object {|VOLC005:Value|} => 1;")
                .Replace(before, after, StringComparison.Ordinal));
    }

    [Fact]
    public void Mistake_InAnInterface_IsReported()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node(
                "[NodeId] string Id { get; } [Metadata] object {|VOLC005:Value|} { get; }",
                declaration: "interface SampleNode"));
    }

    [Fact]
    public void Mistake_InAGenericClass_IsReportedForItsArgument()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node(
                "[NodeId] public string Id => \"\"; [Metadata] public T {|VOLC005:@object|} => default!;",
                declaration: "class SampleNode<T>")
                .Replace("<SampleNode>", "<SampleNode<object>>", StringComparison.Ordinal));
    }

    [Fact]
    public void Mistake_InAPropertyThatAnotherHides_IsNone()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node(Id + "[Metadata] public new int Value => 1;", declaration: "class SampleNode : NodeBase"),
            "public class NodeBase { [VolumeCount.Scope.Metadata] public object Value => 1; }");
    }
}
