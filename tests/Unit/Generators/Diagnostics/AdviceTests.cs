using System.Globalization;
using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

/// <summary>Messages say what to do about the very type at hand.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData("DateTime", "Use a DateTimeOffset, which includes the offset from UTC")]
    [InlineData("DateTime?", "Use a DateTimeOffset, which includes the offset from UTC")]
    [InlineData("TimeOnly", "Use a DateTimeOffset, or convert it to a string")]
    [InlineData("Guid", "Use a string, which ToString() makes of it")]
    [InlineData("Guid?", "Use a string, which ToString() makes of it")]
    [InlineData("Int128", "Convert it to a long, a double or a decimal")]
    [InlineData("UInt128?", "Convert it to a long, a double or a decimal")]
    [InlineData("Half", "Convert it to a long, a double or a decimal")]
    [InlineData("nint", "Convert it to a long, a double or a decimal")]
    [InlineData("System.Numerics.BigInteger", "Convert it to a long, a double or a decimal")]
    [InlineData("nuint", "Convert it to a ulong")]
    [InlineData("object", "Use the type of the value")]
    [InlineData("List<int>", "Use a string with all of its elements, or a [Table]")]
    [InlineData("Version", "Use a string, such as that of ToString(), a number, or another supported type")]
    public void Value_OfAnUnsupportedType_HasTheFixForIt(string type, string fix) => AssertEndsWith(
        fix, SampleSource.Node($"{Id} [Metadata] public {type} {{|VOLC005:Value|}} => default!;"));

    [Theory]
    [InlineData("Half", "Convert it to a long, a double or a decimal")]
    [InlineData("nuint?", "Convert it to a ulong")]
    [InlineData("int[]", "Use a number or a collection of MetricSample")]
    public void Metric_OfAnUnsupportedType_HasTheFixForIt(string type, string fix) => AssertEndsWith(
        fix, SampleSource.Node($"{Id} [Metric] public {type} {{|VOLC033:Value|}} => default!;"));

    [Theory]
    [InlineData("Dictionary<string, SampleNode>", "Report the Values of the dictionary, a collection of 'SampleNode'")]
    [InlineData("IReadOnlyDictionary<int, SampleNode>", "Report the Values of the dictionary, a collection of 'SampleNode'")]
    [InlineData(
        "System.Linq.ILookup<int, SampleNode>", "Report one collection of 'SampleNode', which SelectMany makes of several")]
    [InlineData("SampleNode[][]", "Report one collection of 'SampleNode', which SelectMany makes of several")]
    [InlineData(
        "List<object>", "Report a collection of a class of your own, and mark what identifies its objects with [NodeId]")]
    [InlineData("SampleNode[]", "Mark what identifies them in 'SampleNode' with [NodeId]")]
    public void Nodes_WithoutAnId_HaveTheFixForTheirType(string type, string fix) => AssertEndsWith(
        fix,
        SampleSource.Report(
            $"{Time} [Topology(ScopeTopology.Host)] public {type} {{|VOLC006:Nodes|}} => default!; }} public class "
                + $"SampleNode {{ "));

    [Theory]
    [InlineData("int a = 1", "Remove it, and make it a constant in the handler")]
    [InlineData("string a = \"x\"", "Remove it, and make it a constant in the handler")]
    [InlineData("int? a = null", "Remove it, and make it a constant in the handler")]
    [InlineData("int a", "Remove it, or take a service that has the value")]
    public void HandlerParameter_ThatIsNotAService_HasTheFixForIt(string parameter, string fix) => AssertEndsWith(
        fix,
        SampleSource.Node(
            $"{Id} [Control(Handler = {{|VOLC041:nameof(Run)|}})] public bool CanRun => true;"
            + $"public static ControlResponse Run({parameter}) => throw null!;",
            "Host"));

    private static void AssertEndsWith(string fix, string source) => Assert.EndsWith(
        $" {fix}.", GeneratorHarness.Diagnose(source).Diagnostics.Single().GetMessage(CultureInfo.InvariantCulture),
        StringComparison.Ordinal);
}
