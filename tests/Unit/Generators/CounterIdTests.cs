using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators;

public sealed class CounterIdTests
{
    [Theory]
    [InlineData("container")]
    [InlineData("process")]
    [InlineData("daemon_set")]
    public void Counter_NamedLikeATopology_IsVolc021(string id)
    {
        GeneratorHarness.Diagnose(Node($"{{|VOLC021:\"{id}\"|}}, From = ValueSource.Counters"));
    }

    [Theory]
    [InlineData("\"containers\", From = ValueSource.Counters")]
    [InlineData("\"container\", From = ValueSource.Latest")]
    public void Value_ThatMakesNoGroup_IsTaken(string arguments)
    {
        GeneratorHarness.Diagnose(Node(arguments));
    }

    private static string Node(string arguments) => SampleSource.Node(
        $"[NodeId] public string Id => \"\"; [Metadata(Id = {arguments})] public int Count => 1;");
}
