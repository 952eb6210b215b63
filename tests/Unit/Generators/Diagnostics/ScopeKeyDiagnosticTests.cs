using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

/// <summary>Ids of Scope's own that a plugin has on purpose, and nodes that stand alone.</summary>
public sealed class ScopeKeyDiagnosticTests
{
    [Theory]
    [InlineData("Container", "[Metadata(Id = \"docker_container_name\", IsScopeKey = true)] public string Value => \"\";")]
    [InlineData(
        "Container",
        "[Metadata(Id = \"docker_image_name\", Hidden = true, IsScopeKey = true)] public string Value => \"\";")]
    [InlineData("Container", "[Metric(Id = \"docker_memory_usage\", IsScopeKey = true)] public double Value => 1;")]
    [InlineData("Pod", "[Metric(Id = \"docker_cpu_total_usage\", IsScopeKey = true)] public double Value => 1;")]
    [InlineData("Host", "[Metadata(Id = \"host_name\", IsScopeKey = true)] public string Value => \"\";")]
    [InlineData(
        "Container",
        "[Table(Id = \"docker_label_\", Prefix = \"docker_label_\", IsScopeKey = true)] public Dictionary<string, string> "
            + "Value => [];")]
    public void IdOfScopesOwn_OnPurpose_IsNoMistake(string topology, string member)
    {
        GeneratorHarness.DiagnoseNode(member, topology);
    }

    [Theory]
    [InlineData(
        "[Metadata(Id = {|VOLC021:\"active_controls\"|}, IsScopeKey = {|VOLC048:true|})] public string Value => \"\";")]
    [InlineData("[Metadata(Id = {|VOLC021:\"count_x\"|}, IsScopeKey = {|VOLC048:true|})] public string Value => \"\";")]
    [InlineData(
        "[Metadata(Id = {|VOLC021:\"docker_label_x\"|}, IsScopeKey = {|VOLC048:true|})] public string Value => \"\";")]
    [InlineData("[Metadata(Id = {|VOLC021:\"host_node_id\"|}, IsScopeKey = {|VOLC048:true|})] public string Value => \"\";")]
    public void IdThatDoesHarm_OnPurpose_IsRefusedAllTheSame(string member)
    {
        GeneratorHarness.DiagnoseNode(member);
    }

    [Theory]
    [InlineData("[Metadata(IsScopeKey = {|VOLC048:true|})] public string Value => \"\";")]
    [InlineData("[Metadata(Id = \"docker_container_nam\", IsScopeKey = {|VOLC048:true|})] public string Value => \"\";")]
    [InlineData("[Metric(IsScopeKey = {|VOLC048:true|})] public double Value => 1;")]
    [InlineData("[Table(IsScopeKey = {|VOLC048:true|})] public Dictionary<string, string> Value => [];")]
    public void IdThatIsNotScopesOwn_SaidToBe_IsVolc048(string member)
    {
        GeneratorHarness.DiagnoseNode(member);
    }

    [Fact]
    public void Prefix_OfOneOfScopesTablesAndMore_IsVolc023AllTheSame()
    {
        GeneratorHarness.DiagnoseNode(
            "[Table(Id = \"docker_label_\", Prefix = {|VOLC023:\"docker_\"|}, IsScopeKey = true)] "
            + "public Dictionary<string, string> Value => [];");
    }

    [Theory]
    [InlineData("string", "\"\"")]
    [InlineData("bool?", "null")]
    [InlineData("int", "1")]
    public void Standalone_OfAnythingButABool_IsVolc049(string type, string value)
    {
        GeneratorHarness.DiagnoseNode($"[Standalone] public {type} {{|VOLC049:Value|}} => {value};");
    }

    [Fact]
    public void Standalone_Twice_IsVolc050()
    {
        GeneratorHarness.DiagnoseNode(
            "[Standalone] public bool One => true; [Standalone] public bool {|VOLC050:Other|} => true;");
    }
}
