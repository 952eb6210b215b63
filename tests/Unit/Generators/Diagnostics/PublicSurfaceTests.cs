using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

/// <summary>
/// What the context offers does not go away with a mistake, so that code which uses it adds no error of its own.
/// </summary>
public sealed class PublicSurfaceTests
{
    private const string User =
        """
        using System.Buffers;
        using System.Text.Json;
        using VolumeCount.Scope.Controls;

        namespace Sample;

        internal static class User
        {
            public static string Text(SampleReport report) =>
                JsonSerializer.Serialize(report, SampleReportContext.Default.SampleReport);

            public static void Write(IBufferWriter<byte> output, SampleReport report) =>
                SampleReportContext.Write(output, report);

            public static ControlRouter Controls => SampleReportContext.Controls;
        }
        """;

    private const string Members =
        """
        [NodeId] public string Id => "";
            [Metadata(Id = "page")] public Uri? Page => null;
            [Metric(Id = "load")] public int Load => 1;
            [Table(Id = "rows")] public Dictionary<string, string> Rows => [];
            [Control(Handler = nameof(Run))] public bool CanRun => true;
            public static ControlResponse Run() => ControlResponse.Empty;
        """;

    [Theory]
    [InlineData("\"sample\"", "{|VOLC001:\"?\"|}")]
    [InlineData("Label = \"Sample\"", "Label = {|VOLC002:\"\"|}")]
    [InlineData("[ReportTime] public DateTimeOffset Time", "[ReportTime] public DateTime {|VOLC011:Time|}")]
    [InlineData("[NodeId] public string Id", "[NodeId] public int {|VOLC008:Id|} => 1; public string Other")]
    [InlineData("[Metadata(Id = \"page\")]", "[Metadata(Id = {|VOLC003:\"\"|})]")]
    [InlineData("[Metadata(Id = \"page\")]", "[Metadata(Id = \"page\", Priority = {|VOLC014:double.NaN|})]")]
    [InlineData("[Metadata(Id = \"page\")]", "[Metadata(Id = {|VOLC021:\"host_name\"|})]")]
    [InlineData("public Uri? Page", "public object? {|VOLC005:Page|}")]
    [InlineData(
        "public IEnumerable<SampleNode> Nodes", "public SampleNode {|VOLC013:Nodes|} => new(); public List<int> Other")]
    [InlineData("public Uri? Page", "internal static Uri? {|VOLC016:Page|}")]
    [InlineData("public int Load", "public bool {|VOLC033:Load|} => true; public int Other")]
    [InlineData("(Id = \"load\")", "(Id = \"load\", Min = {|VOLC035:double.NaN|})")]
    [InlineData("public Dictionary<string, string> Rows", "public List<string> {|VOLC029:Rows|}")]
    [InlineData("public bool CanRun => true", "public int {|VOLC039:CanRun|} => 1")]
    [InlineData("[Control(", "[Control(Id = {|VOLC046:\"a;b\"|}, ")]
    [InlineData("nameof(Run)", "{|VOLC040:\"Walk\"|}")]
    public void Mistake_TakesNothingAwayFromTheContext(string right, string wrong)
    {
        var source = SampleSource.Node(Members, "Host");
        GeneratorHarness.Diagnose(source, User);
        Assert.Contains(right, source, StringComparison.Ordinal);

        GeneratorHarness.Diagnose(source.Replace(right, wrong, StringComparison.Ordinal), User);
    }
}
