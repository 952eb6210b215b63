using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

public sealed class PluginDiagnosticTests
{
    [Theory]
    [InlineData("")]
    [InlineData("volume_count")]
    [InlineData("-volume")]
    [InlineData("volume-")]
    [InlineData("volume--count")]
    [InlineData("volume\\n")]
    [InlineData("volümes")]
    public void Id_ThatScopeRefuses_IsVolc001(string id)
    {
        GeneratorHarness.Diagnose(Plugin($"{{|VOLC001:\"{id}\"|}}, Label = \"Sample\""));
    }

    [Fact]
    public void Id_OfNull_IsVolc001()
    {
        GeneratorHarness.Diagnose(Plugin("id: {|VOLC001:null!|}, Label = \"Sample\""));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("null!")]
    public void Label_WhenEmpty_IsVolc002(string label)
    {
        GeneratorHarness.Diagnose(Plugin($"\"sample\", Label = {{|VOLC002:{label}|}}"));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null!")]
    public void Description_WhenEmpty_IsNoMistake(string description)
    {
        GeneratorHarness.Diagnose(Plugin($"\"sample\", Label = \"Sample\", Description = {description}"));
    }

    [Theory]
    [InlineData("class Report<T>")]
    [InlineData("static class Report")]
    [InlineData("ref struct Report")]
    [InlineData("record Report<T>(T Value)")]
    public void Report_ThatNoContextCanBeOf_IsVolc017(string declaration)
    {
        GeneratorHarness.Diagnose(
            $$"""
            [VolumeCount.Scope.Plugin("sample", Label = "Sample")]
            public {{declaration.Replace("Report", "{|VOLC017:Report|}", StringComparison.Ordinal)}} { }
            """);
    }

    [Fact]
    public void Report_ThatIsLocalToItsFile_IsVolc017()
    {
        GeneratorHarness.Diagnose(
            """
            [VolumeCount.Scope.Plugin("sample", Label = "Sample")]
            file class {|VOLC017:Report|} { }
            """);
    }

    [Theory]
    [InlineData("class Outer<T>", "public")]
    [InlineData("class Outer", "private")]
    [InlineData("class Outer", "protected")]
    [InlineData("class Outer", "private protected")]
    [InlineData("file class Outer", "public")]
    public void Report_InsideWhatNoOtherFileCanName_IsVolc017(string outer, string access)
    {
        GeneratorHarness.Diagnose(
            $$"""
            {{outer}}
            {
                [VolumeCount.Scope.Plugin("sample", Label = "Sample")]
                {{access}} class {|VOLC017:Report|} { }
            }
            """);
    }

    [Theory]
    [InlineData("class Report")]
    [InlineData("struct Report")]
    [InlineData("readonly struct Report")]
    [InlineData("record Report")]
    [InlineData("record struct Report")]
    [InlineData("abstract partial class Report")]
    public void Report_OfAnyKind_IsLookedAt(string declaration)
    {
        GeneratorHarness.Diagnose(
            $$"""
            [VolumeCount.Scope.Plugin({|VOLC001:"?"|}, Label = {|VOLC002:""|})]
            public {{declaration.Replace("Report", "{|VOLC009:Report|}", StringComparison.Ordinal)}} { }
            """);
    }

    [Theory]
    [InlineData("class {|VOLC044:SampleReportContext|};")]
    [InlineData("partial struct {|VOLC044:SampleReportContext|};")]
    [InlineData("partial record {|VOLC044:SampleReportContext|};")]
    [InlineData("enum {|VOLC044:SampleReportContext|};")]
    [InlineData("delegate void {|VOLC044:SampleReportContext|}();")]
    public void ContextName_OfWhatCannotBeAPart_IsVolc044(string declaration)
    {
        GeneratorHarness.Diagnose("namespace Sample; public " + declaration, SampleSource.Report(Time));
    }

    [Fact]
    public void ContextName_OfANamespace_IsVolc044()
    {
        GeneratorHarness.Diagnose(
            "namespace Sample.{|VOLC044:SampleReportContext|} { class Other; }", SampleSource.Report(Time));
    }

    [Theory]
    [InlineData("namespace Sample; partial class SampleReportContext : IDisposable { public void Dispose() { } }")]
    [InlineData("namespace Sample; class SampleReportContext<T>;")]
    [InlineData("namespace Sample; file class SampleReportContext;")]
    [InlineData("namespace Other; class SampleReportContext;")]
    public void ContextName_ThatIsFree_IsNoMistake(string other)
    {
        GeneratorHarness.Diagnose(
            SampleSource.Report(Time).Replace("public class", "class", StringComparison.Ordinal), "using System;" + other);
    }

    [Theory]
    [InlineData("public static class A { ", " }", "A", "B_C")]
    [InlineData("public static class A_B { ", " }", "A_B", "C")]
    [InlineData("public static class A { public static class B { ", " } }", "A", "C")]
    public void ContextName_OfTwoReports_IsVolc044AtTheSecond(string begin, string end, string outer, string name)
    {
        var result = GeneratorHarness.Diagnose(
            "namespace Sample;" + begin + Report(name) + end + Report("{|VOLC044:A_B_C|}"));

        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.ToString().Contains(
            "'A_B_CContext', the context generated for 'A_B_C', has the same name as the context of 'Sample."
                + outer, StringComparison.Ordinal));

        static string Report(string name) =>
            $"[VolumeCount.Scope.Plugin(\"sample\", Label = \"Sample\")] public class {name} "
            + "{ [VolumeCount.Scope.ReportTime] public System.DateTimeOffset Time { get; init; } }";
    }

    [Fact]
    public void Mistakes_OfOneReport_AreReportedTogether()
    {
        GeneratorHarness.Diagnose(
            """
            [VolumeCount.Scope.Plugin({|VOLC001:"?"|}, Label = {|VOLC002:""|})]
            public class {|VOLC009:Report|};
            """);
    }

    [Fact]
    public void Mistakes_OfTwoReportsWithTheSameNodes_AreReportedForBoth()
    {
        var other = SampleSource.Report(
            Time + "[Topology(ScopeTopology.Host)] public List<SampleNode> {|VOLC006:Nodes|} { get; init; } = [];")
            .Replace("SampleReport", "OtherReport", StringComparison.Ordinal);

        GeneratorHarness.Diagnose(other, SampleSource.Report(Time), "namespace Sample; public class SampleNode;");
    }

    private static string Plugin(string arguments) =>
        SampleSource.Report(Time).Replace("\"sample\", Label = \"Sample\"", arguments, StringComparison.Ordinal);
}
