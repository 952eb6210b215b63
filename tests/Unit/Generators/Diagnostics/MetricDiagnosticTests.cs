using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

public sealed class MetricDiagnosticTests
{
    [Theory]
    [InlineData("Id = {|VOLC003:\"\"|}")]
    [InlineData("Label = {|VOLC002:\"\"|}")]
    [InlineData("Priority = {|VOLC014:double.NaN|}")]
    [InlineData("Format = {|VOLC045:(MetricFormat)4|}")]
    public void Argument_ThatIsRefused_IsReported(string argument)
    {
        GeneratorHarness.DiagnoseNode($"[Metric({argument})] public int Count => 1;");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    public void Priority_ThatWouldHideARow_IsNoMistake(string priority)
    {
        GeneratorHarness.DiagnoseNode($"[Metric(Priority = {priority})] public int Count => 1;");
    }

    [Fact]
    public void Id_WhenGivenTwice_IsVolc004()
    {
        GeneratorHarness.DiagnoseNode(
            "[Metric] public int Count => 1; [Metric(Id = {|VOLC004:\"count\"|})] public int Other => 1;");
    }

    [Theory]
    [InlineData("string")]
    [InlineData("bool")]
    [InlineData("DayOfWeek")]
    [InlineData("TimeSpan")]
    [InlineData("int[]")]
    [InlineData("MetricSample")]
    [InlineData("List<MetricSample?>")]
    public void Type_ThatIsNoNumber_IsVolc033(string type)
    {
        GeneratorHarness.DiagnoseNode($"[Metric] public {type} {{|VOLC033:Value|}} => default!;");
    }

    [Theory]
    [InlineData("ulong")]
    [InlineData("decimal?")]
    [InlineData("float")]
    [InlineData("MetricSample[]")]
    [InlineData("IEnumerable<MetricSample>?")]
    public void Type_ThatIsANumberOrSamples_IsNoMistake(string type)
    {
        GeneratorHarness.DiagnoseNode($"[Metric] public {type} Value => default!;");
    }

    [Theory]
    [InlineData("Min = {|VOLC034:1|}, Max = 0")]
    [InlineData("Max = -1.5, Min = {|VOLC034:-1|}")]
    public void Min_AboveMax_IsVolc034(string range)
    {
        GeneratorHarness.DiagnoseNode($"[Metric({range})] public int Value => 1;");
    }

    [Theory]
    [InlineData("Min = 1")]
    [InlineData("Max = -1")]
    [InlineData("Min = 1, Max = 1")]
    public void Range_ThatIsNotEmpty_IsNoMistake(string range)
    {
        GeneratorHarness.DiagnoseNode($"[Metric({range})] public int Value => 1;");
    }

    [Theory]
    [InlineData("Min = {|VOLC035:double.NaN|}, Max = 0")]
    [InlineData("Min = {|VOLC035:double.PositiveInfinity|}, Max = 0")]
    [InlineData("Min = 0, Max = {|VOLC035:double.NegativeInfinity|}")]
    public void Range_WithoutAnEnd_IsVolc035(string range)
    {
        GeneratorHarness.DiagnoseNode($"[Metric({range})] public int Value => 1;");
    }
}
