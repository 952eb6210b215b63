using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using VolumeCount.Generators;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators;

public sealed class DiagnosticTests
{
    private const string Time = "[ReportTime] public DateTimeOffset Time { get; init; }";
    private const string Id = "[NodeId] public string Id { get; init; } = \"\";";

    public static TheoryData<string> Ids => [.. Descriptors.Select(static descriptor => descriptor.Id)];

    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(static member => (DiagnosticDescriptor)member.GetValue(null)!);

    [Theory]
    [InlineData("")]
    [InlineData("volume_count")]
    [InlineData("-volume")]
    [InlineData("volume--count")]
    [InlineData("volume\\n")]
    [InlineData("volümes")]
    public void PluginId_ThatScopeRefuses_IsVolc001(string id)
    {
        GeneratorHarness.Diagnose(Plugin($"{{|VOLC001:\"{id}\"|}}, Label = \"Sample\""));
    }

    [Fact]
    public void PluginId_OfNull_IsVolc001()
    {
        GeneratorHarness.Diagnose(Plugin("id: {|VOLC001:null!|}, Label = \"Sample\""));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("null!")]
    public void PluginLabel_WhenEmpty_IsVolc002(string label)
    {
        GeneratorHarness.Diagnose(Plugin($"\"sample\", Label = {{|VOLC002:{label}|}}"));
    }

    [Fact]
    public void MetadataLabel_WhenEmpty_IsVolc002()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            Id + "[Metadata(Label = {|VOLC002:\"\"|})] public int Count { get; init; }"));
    }

    [Fact]
    public void MetadataId_WhenEmpty_IsVolc003()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            Id + "[Metadata(Id = {|VOLC003:\" \"|})] public int Count { get; init; }"));
    }

    [Fact]
    public void TemplateId_WhenGivenTwice_IsVolc004()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            Id
            + "[Metadata] public int Count { get; init; }"
            + "[Metadata(Id = {|VOLC004:\"count\"|})] public int Other { get; init; }"));
    }

    [Fact]
    public void TemplateId_WhenDefaultIsGivenTwice_IsVolc004()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            Id
            + "[Metadata(Id = \"count\")] public int Other { get; init; }"
            + "[Metadata] public int {|VOLC004:Count|} { get; init; }"));
    }

    [Theory]
    [InlineData("char")]
    [InlineData("object")]
    [InlineData("DateTime?")]
    [InlineData("Int128")]
    [InlineData("Guid")]
    [InlineData("List<int>")]
    [InlineData("IEnumerable<string>[]")]
    public void MetadataType_ThatIsNotMapped_IsVolc005(string type)
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            $"{Id} [Metadata] public {type} {{|VOLC005:Value|}} {{ get; init; }} = default!;"));
    }

    [Fact]
    public void Node_WithoutId_IsVolc006()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            Time + "[Topology(ScopeTopology.Container)] public List<object> {|VOLC006:Nodes|} { get; init; } = [];"));
    }

    [Fact]
    public void Node_WithTwoIds_IsVolc007()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(Id + "[NodeId] public string {|VOLC007:Other|} { get; init; } = \"\";"));
    }

    [Fact]
    public void NodeId_OfAnotherType_IsVolc008()
    {
        GeneratorHarness.Diagnose(SampleSource.Node("[NodeId] public Guid {|VOLC008:Id|} { get; init; }"));
    }

    [Fact]
    public void Report_WithoutTime_IsVolc009()
    {
        GeneratorHarness.Diagnose(SampleSource.Report("").Replace(
            "SampleReport", "{|VOLC009:SampleReport|}", StringComparison.Ordinal));
    }

    [Fact]
    public void Report_WithTwoTimes_IsVolc010()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            Time + "[ReportTime] public DateTimeOffset {|VOLC010:Other|} { get; init; }"));
    }

    [Theory]
    [InlineData("DateTime")]
    [InlineData("DateTimeOffset?")]
    public void ReportTime_OfAnotherType_IsVolc011(string type)
    {
        GeneratorHarness.Diagnose(SampleSource.Report($"[ReportTime] public {type} {{|VOLC011:Time|}} {{ get; init; }}"));
    }

    [Fact]
    public void Topology_WhenDeclaredTwice_IsVolc012()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}}
                [Topology(ScopeTopology.Container)] public List<Node> First { get; init; } = [];
                [Topology({|VOLC012:ScopeTopology.Container|})] public List<Node> Second { get; init; } = [];
            }

            public class Node
            {
                {{Id}}
            """));
    }

    [Theory]
    [InlineData("int")]
    [InlineData("System.Collections.IEnumerable")]
    [InlineData("Both")]
    public void Topology_OfNoSingleCollection_IsVolc013(string type)
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}}
                [Topology(ScopeTopology.Container)] public {{type}} {|VOLC013:Nodes|} { get; init; } = default!;
            }

            public abstract class Both : IEnumerable<int>, IEnumerable<string>
            {
                public abstract IEnumerator<int> GetEnumerator();
                IEnumerator<string> IEnumerable<string>.GetEnumerator() => throw null!;
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!;
            """));
    }

    [Theory]
    [InlineData("-0.1")]
    [InlineData("double.NaN")]
    [InlineData("double.PositiveInfinity")]
    public void Priority_ThatIsRefused_IsVolc014(string priority)
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            $"{Id} [Metadata(Priority = {{|VOLC014:{priority}|}})] public int Count {{ get; init; }}"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    public void Priority_ThatHidesTheRow_IsVolc015AndNoError(string priority)
    {
        var result = GeneratorHarness.Diagnose(SampleSource.Node(
            $"{Id} [Metadata(Priority = {{|VOLC015:{priority}|}})] public int Count {{ get; init; }}"));

        Assert.Equal(DiagnosticSeverity.Info, result.Diagnostics.Single().Severity);
        Assert.Contains($"\"priority\":{priority}", GeneratorHarness.Sources(result).Values.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static int {|VOLC016:Count|} { get; set; }")]
    [InlineData("public int {|VOLC016:Count|} { set { } }")]
    [InlineData("protected int {|VOLC016:Count|} { get; set; }")]
    [InlineData("public int {|VOLC016:Count|} { private get; set; }")]
    [InlineData("public int {|VOLC016:this|}[int index] => index;")]
    public void Metadata_ThatCannotBeRead_IsVolc016(string property)
    {
        GeneratorHarness.Diagnose(SampleSource.Node($"{Id} [Metadata] {property}"));
    }

    [Fact]
    public void Metadata_ThatOnlyAnInterfaceShows_IsVolc016()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node(Id + "[Metadata] int ICounted.{|VOLC016:Count|} => 0;").Replace(
                "class SampleNode", "class SampleNode : ICounted", StringComparison.Ordinal),
            "namespace Sample; public interface ICounted { int Count { get; } }");
    }

    [Fact]
    public void NodeId_ThatCannotBeRead_IsVolc016()
    {
        GeneratorHarness.Diagnose(SampleSource.Node("[NodeId] private string {|VOLC016:Id|} => \"\";"));
    }

    [Fact]
    public void ReportTime_ThatCannotBeRead_IsVolc016()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            "[ReportTime] public static DateTimeOffset {|VOLC016:Time|} { get; set; }"));
    }

    [Fact]
    public void Topology_ThatCannotBeRead_IsVolc016()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}} [Topology(ScopeTopology.Container)] private List<Node> {|VOLC016:Nodes|} { get; } = [];
                private class Node { {{Id}} }
            """));
    }

    [Theory]
    [InlineData("public class {|VOLC017:Report|}<T> { }")]
    [InlineData("public static class {|VOLC017:Report|} { }")]
    [InlineData("file class {|VOLC017:Report|} { }")]
    public void Report_ThatNoOtherFileCanName_IsVolc017(string declaration)
    {
        GeneratorHarness.Diagnose(
            $"""
            [VolumeCount.Attributes.Plugin("sample", Label = "Sample")]
            {declaration}
            """);
    }

    [Theory]
    [InlineData("class Outer<T>", "public")]
    [InlineData("class Outer", "private")]
    [InlineData("class Outer", "protected")]
    [InlineData("file class Outer", "public")]
    public void Report_InsideWhatNoOtherFileCanName_IsVolc017(string outer, string access)
    {
        GeneratorHarness.Diagnose(
            $$"""
            {{outer}}
            {
                [VolumeCount.Attributes.Plugin("sample", Label = "Sample")]
                {{access}} class {|VOLC017:Report|} { }
            }
            """);
    }

    [Fact]
    public void Topology_ThatScopeDoesNotHave_IsVolc018()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}}
                [Topology({|VOLC018:(ScopeTopology)(-1)|})] public List<int> Nodes { get; init; } = [];
            """));
    }

    [Fact]
    public void Mistake_InABaseClassOfAnotherFile_IsReportedThere()
    {
        var result = GeneratorHarness.Diagnose(
            "public class NodeBase { [VolumeCount.Attributes.NodeId] public int {|VOLC008:Id|} { get; set; } }",
            SampleSource.Node("").Replace("class SampleNode", "class SampleNode : NodeBase", StringComparison.Ordinal));

        Assert.Equal(
            "'Id' is a 'int', but this [NodeId] is a string. Change its type.",
            result.Diagnostics.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Mistakes_OfOneReport_AreReportedTogether()
    {
        GeneratorHarness.Diagnose(
            """
            [VolumeCount.Attributes.Plugin({|VOLC001:"?"|}, Label = {|VOLC002:""|})]
            public class {|VOLC009:Report|};
            """);
    }

    [Fact]
    public void Code_ThatDoesNotCompile_IsLeftToTheCompiler()
    {
        var compilation = GeneratorHarness.Compile(SampleSource.Report(
            """
            [ReportTime] public Unknown Time { get; init; }
                [Topology(ScopeTopology.Unknown)] public List<Unknown> Nodes { get; init; }
                [Topology(ScopeTopology.Container)] public List<Unknown> Others { get; init; }
            """).Replace("\"sample\", Label = \"Sample\"", "", StringComparison.Ordinal));

        var result = GeneratorHarness.Driver()
            .RunGenerators(compilation, TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single();

        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        Assert.Single(result.GeneratedSources);
    }

    [Fact]
    public void Attribute_WhenGivenTwice_IsLeftToTheCompiler()
    {
        var again = "[Plugin(\"other\", Label = \"Other\")] partial class SampleReport;";
        var compilation = GeneratorHarness.Compile(
            SampleSource.Report(Time).Replace("public class", "public partial class", StringComparison.Ordinal) + again);

        var result = GeneratorHarness.Driver()
            .RunGenerators(compilation, TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single();

        Assert.Null(result.Exception);
        Assert.Single(result.GeneratedSources);
    }

    [Fact]
    public void Descriptors_AreNumberedWithoutGaps()
    {
        Assert.Equal(
            Enumerable.Range(1, Descriptors.Count()).Select(static number => $"VOLC{number:000}"),
            Descriptors.Select(static descriptor => descriptor.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Descriptor_LinksToASectionOfItsOwn(string id)
    {
        var descriptor = Descriptors.Single(descriptor => descriptor.Id == id);
        var link = descriptor.HelpLinkUri.Split('#');
        var page = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, link[0]), TestContext.Current.CancellationToken);

        Assert.Contains($"\n## {link[1].ToUpperInvariant()}\n", page, StringComparison.Ordinal);
    }

    private static string Plugin(string arguments) =>
        SampleSource.Report(Time).Replace("\"sample\", Label = \"Sample\"", arguments, StringComparison.Ordinal);
}
