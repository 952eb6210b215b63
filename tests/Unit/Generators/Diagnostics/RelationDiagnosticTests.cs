using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

public sealed class RelationDiagnosticTests
{
    [Theory]
    [InlineData("Parents(ScopeTopology.Host)", "int")]
    [InlineData("Parents(ScopeTopology.Host)", "Uri")]
    [InlineData("Parents(ScopeTopology.Process)", "List<int>")]
    [InlineData("Adjacency", "object")]
    [InlineData("Adjacency", "Guid[]")]
    public void Ids_OfAnotherType_AreVolc036(string attribute, string type)
    {
        GeneratorHarness.DiagnoseNode($"[{attribute}] public {type} {{|VOLC036:Others|}} => default!;");
    }

    [Theory]
    [InlineData("Parents(ScopeTopology.Host)", "string?")]
    [InlineData("Parents(ScopeTopology.ECSService)", "IEnumerable<string?>?")]
    [InlineData("Adjacency", "string")]
    [InlineData("Adjacency", "HashSet<string>")]
    public void Ids_OfStrings_AreNoMistake(string attribute, string type)
    {
        GeneratorHarness.DiagnoseNode($"[{attribute}] public {type} Others => default!;");
    }

    [Fact]
    public void Parents_InTheSameTopologyTwice_AreVolc037()
    {
        GeneratorHarness.DiagnoseNode(
            """
            [Parents(ScopeTopology.Host)] public string Host => "";
            [Parents({|VOLC037:ScopeTopology.Host|})] public string Other => "";
            [Parents(ScopeTopology.Pod)] public string Pod => "";
            """);
    }

    [Fact]
    public void Parents_InATopologyThatScopeDoesNotHave_AreVolc018()
    {
        GeneratorHarness.DiagnoseNode("[Parents({|VOLC018:(ScopeTopology)99|})] public string Host => \"\";");
    }

    [Fact]
    public void Adjacency_WhenDeclaredTwice_IsVolc038()
    {
        GeneratorHarness.DiagnoseNode(
            """
            [Adjacency] public string First => "";
            [Adjacency] public string[] {|VOLC038:Second|} => [];
            [Adjacency] public string[] {|VOLC038:Third|} => [];
            """);
    }
}
