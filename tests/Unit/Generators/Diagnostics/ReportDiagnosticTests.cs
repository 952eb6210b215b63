using System.Globalization;
using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

public sealed class ReportDiagnosticTests
{
    [Fact]
    public void Report_WithoutTime_IsVolc009()
    {
        GeneratorHarness.Diagnose(SampleSource.Report("").Replace(
            "SampleReport", "{|VOLC009:SampleReport|}", StringComparison.Ordinal));
    }

    [Fact]
    public void Report_WithTwoTimes_IsVolc010()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Report(Time + "[ReportTime] public DateTimeOffset {|VOLC010:Other|} { get; init; }"));
    }

    [Fact]
    public void Report_WithAnInheritedTimeAndItsOwn_IsVolc010AtItsOwn()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Report("[ReportTime] public DateTimeOffset {|VOLC010:Other|} { get; init; }").Replace(
                "class SampleReport", "class SampleReport : Base", StringComparison.Ordinal),
            "public class Base { [VolumeCount.Scope.ReportTime] public System.DateTimeOffset Time => default; }");
    }

    [Theory]
    [InlineData("DateTime")]
    [InlineData("DateTimeOffset?")]
    [InlineData("string")]
    public void Time_OfAnotherType_IsVolc011(string type)
    {
        GeneratorHarness.Diagnose(
            SampleSource.Report($"[ReportTime] public {type} {{|VOLC011:Time|}} {{ get; init; }} = default!;"));
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
    [InlineData("string")]
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
    [InlineData("(ScopeTopology)(-1)")]
    [InlineData("(ScopeTopology)99")]
    [InlineData("topology: (ScopeTopology)99")]
    public void Topology_ThatScopeDoesNotHave_IsVolc018(string argument)
    {
        var marked = argument.Replace("(ScopeTopology)", "{|VOLC018:(ScopeTopology)", StringComparison.Ordinal) + "|}";

        GeneratorHarness.Diagnose(SampleSource.Report(
            $"{Time} [Topology({marked})] public List<int> Nodes {{ get; init; }} = [];"));
    }

    [Theory]
    [InlineData("[ReportTime] public DateTimeOffset {|VOLC016:this|}[int index] => default;")]
    [InlineData("[ReportTime] DateTimeOffset ITimed.{|VOLC016:Time|} => default;")]
    [InlineData("[ReportTime] public static DateTimeOffset {|VOLC016:Time|} { get; set; }")]
    [InlineData("[ReportTime] public DateTimeOffset {|VOLC016:Time|} { set { } }")]
    [InlineData("[ReportTime] private DateTimeOffset {|VOLC016:Time|} => default;")]
    public void Time_ThatCannotBeRead_IsVolc016Alone(string property)
    {
        GeneratorHarness.Diagnose(
            SampleSource.Report(property).Replace(
                "class SampleReport", "class SampleReport : ITimed", StringComparison.Ordinal),
            "namespace Sample; public interface ITimed { System.DateTimeOffset Time { get => default; } }");
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
    [InlineData("public static List<Node> {|VOLC016:Nodes|} { get; } = [];")]
    [InlineData("public List<Node> {|VOLC016:Nodes|} { set { } }")]
    [InlineData("public List<Node> {|VOLC016:this|}[int index] => [];")]
    public void Topology_OfPropertyThatIsNoneToReadOf_IsVolc016(string property)
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $"{Time} [Topology(ScopeTopology.Container)] {property} public class Node {{ {Id} }}"));
    }

    [Fact]
    public void Mistake_InABaseClassOfAnotherFile_IsReportedThere()
    {
        var result = GeneratorHarness.Diagnose(
            "public class NodeBase { [VolumeCount.Scope.NodeId] public int {|VOLC008:Id|} { get; set; } }",
            SampleSource.Node("", declaration: "class SampleNode : NodeBase"));

        Assert.Equal(
            "'Id' has the type 'int', but this [NodeId] must be a string. Change its type.",
            result.Diagnostics.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Mistake_OfNodesInTwoTopologies_IsReportedOnce()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}}
                [Topology(ScopeTopology.Container)] public List<Node> Containers { get; init; } = [];
                [Topology(ScopeTopology.Host)] public List<Node> Hosts { get; init; } = [];
            }

            public struct Node
            {
                [NodeId] public string Id { get; init; }
                [Metadata] public object {|VOLC005:Value|} { get; init; }
            """));
    }
}
