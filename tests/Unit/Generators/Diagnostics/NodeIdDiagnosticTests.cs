using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

public sealed class NodeIdDiagnosticTests
{
    [Theory]
    [InlineData("object")]
    [InlineData("int?")]
    [InlineData("string[]")]
    [InlineData("(int First, int Second)")]
    public void Node_WithoutId_IsVolc006(string type)
    {
        var result = GeneratorHarness.Diagnose(SampleSource.Report(
            $"{Time} [Topology(ScopeTopology.Container)] public List<{type}> {{|VOLC006:Nodes|}} {{ get; init; }} = [];"));

        Assert.DoesNotContain("''", result.Diagnostics.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Node_WithTwoIds_IsVolc007()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(Id + "[NodeId] public string {|VOLC007:Other|} { get; init; } = \"\";"));
    }

    [Fact]
    public void Node_WithAnInheritedIdAndItsOwn_IsVolc007AtItsOwn()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node(
                "[NodeId] public string {|VOLC007:Other|} => \"\";", declaration: "class SampleNode : NodeBase"),
            "public class NodeBase { [VolumeCount.Scope.NodeId] public string Id => \"\"; }");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[System.ComponentModel.Description(\"\")]")]
    public void Node_WhoseIdIsOverridden_IsNoMistake(string attribute)
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node($"{attribute} public override string Id => \"\";", declaration: "class SampleNode : NodeBase"),
            "public class NodeBase { [VolumeCount.Scope.NodeId] public virtual string Id => \"\"; }");
    }

    [Theory]
    [InlineData("Container", "Whole", "int")]
    [InlineData("Container", "Whole", "Guid")]
    [InlineData("Overlay", "Whole", "IPAddress")]
    [InlineData("Overlay", "Whole", "DayOfWeek")]
    [InlineData("Overlay", "Whole", "string[]")]
    public void NodeId_OfAnotherType_IsVolc008(string topology, string part, string type)
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            $"[NodeId(NodeIdPart.{part})] public {type} {{|VOLC008:Id|}} {{ get; init; }} = default!;", topology));
    }

    [Theory]
    [InlineData("Host", "int")]
    [InlineData("Pid", "ulong")]
    [InlineData("Pid", "double")]
    [InlineData("Pid", "IPAddress")]
    public void ProcessIdPart_OfAnotherType_IsVolc008(string part, string type)
    {
        var other = part is "Host" ? "Pid" : "Host";

        GeneratorHarness.Diagnose(SampleSource.Node(
            $"[NodeId(NodeIdPart.{other})] public string Other => \"\";"
            + $"[NodeId(NodeIdPart.{part})] public {type} {{|VOLC008:Part|}} => default!;",
            "Process"));
    }

    [Theory]
    [InlineData("Scope", "int")]
    [InlineData("Address", "int")]
    [InlineData("Address", "Uri")]
    [InlineData("Port", "IPAddress")]
    public void EndpointIdPart_OfAnotherType_IsVolc008(string part, string type)
    {
        string[] parts = ["Scope", "Address", "Port"];
        var members = parts.Select(name => name == part
            ? $"[NodeId(NodeIdPart.{name})] public {type} {{|VOLC008:{name}|}} => default!;"
            : $"[NodeId(NodeIdPart.{name})] public string {name} => \"\";");

        GeneratorHarness.Diagnose(SampleSource.Node(string.Concat(members), "Endpoint"));
    }

    [Theory]
    [InlineData("Endpoint")]
    [InlineData("Process")]
    [InlineData("ECSService")]
    public void NodeId_WithoutAPartWhereThereAreSeveral_IsVolc019(string topology)
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node("[NodeId] public string {|VOLC019:Id|} { get; init; } = \"\";", topology));
    }

    [Theory]
    [InlineData("Container", "NodeIdPart.Host")]
    [InlineData("Container", "(NodeIdPart)99")]
    [InlineData("Process", "NodeIdPart.Cluster")]
    [InlineData("Process", "NodeIdPart.Whole")]
    [InlineData("Endpoint", "NodeIdPart.Host")]
    [InlineData("ECSService", "NodeIdPart.Port")]
    public void NodeIdPart_ThatTheTopologyDoesNotHave_IsVolc019(string topology, string part)
    {
        GeneratorHarness.Diagnose(SampleSource.Node($"[NodeId({{|VOLC019:{part}|}})] public string Id => \"\";", topology));
    }

    [Fact]
    public void NodeIdPart_InPlaceOfAnother_IsVolc019Alone()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            """
            [NodeId({|VOLC019:NodeIdPart.Scope|})] public string Host => "";
            [NodeId(NodeIdPart.Pid)] public int Pid => 1;
            """,
            "Process"));
    }

    [Theory]
    [InlineData("Process", "Host", "Pid")]
    [InlineData("Process", "Pid", "Host")]
    [InlineData("Endpoint", "Address", "Scope")]
    [InlineData("ECSService", "Cluster", "Service")]
    public void NodeIdPart_WhenMissing_IsVolc020AtTheTopology(string topology, string part, string missing)
    {
        var result =
            GeneratorHarness.Diagnose(SampleSource.Node($"[NodeId(NodeIdPart.{part})] public string Id => \"\";", topology)
            .Replace("> Nodes", "> {|VOLC020:Nodes|}", StringComparison.Ordinal));

        Assert.Contains($"NodeIdPart.{missing})", result.Diagnostics.Single().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public string {|VOLC016:this|}[int index] => \"\";")]
    [InlineData("string INamed.{|VOLC016:Id|} => \"\";")]
    [InlineData("private string {|VOLC016:Id|} => \"\";")]
    [InlineData("public static string {|VOLC016:Id|} => \"\";")]
    public void NodeId_ThatCannotBeRead_IsVolc016Alone(string property)
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node("[NodeId] " + property, declaration: "class SampleNode : INamed"),
            "namespace Sample; public interface INamed { string Id { get => \"\"; } }");
    }

    [Fact]
    public void NodeIdPart_ThatCannotBeRead_IsVolc016Alone()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            """
            [NodeId(NodeIdPart.Host)] public string {|VOLC016:this|}[int index] => "";
            [NodeId(NodeIdPart.Pid)] public int Pid => 1;
            """,
            "Process"));
    }
}
