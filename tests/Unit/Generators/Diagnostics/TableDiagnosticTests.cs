using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

public sealed class TableDiagnosticTests
{
    private const string RowId = "[RowId] public string Id => \"\";";

    [Theory]
    [InlineData("Id = {|VOLC003:\"\"|}")]
    [InlineData("Label = {|VOLC002:\" \"|}")]
    [InlineData("Prefix = {|VOLC024:\"\"|}")]
    [InlineData("Prefix = {|VOLC024:\" \"|}")]
    public void Argument_ThatIsEmpty_IsReported(string argument)
    {
        GeneratorHarness.DiagnoseNode($"[Table({argument})] public Dictionary<string, string> Rows => [];");
    }

    [Fact]
    public void Arguments_OfNull_AreTheDefaultOnes()
    {
        var result = GeneratorHarness.Diagnose(SampleSource.Node(
            Id + "[Table(Id = null, Label = null, Prefix = null)] public Dictionary<string, string> TheRows => [];"));

        Assert.Contains(
            "\"id\":\"the_rows\",\"label\":\"The Rows\",\"prefix\":\"the_rows_\"",
            GeneratorHarness.Sources(result).Values.Single(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Column(Id = {|VOLC003:\"\"|})] public string Value => \"\";")]
    [InlineData("[Column(Label = {|VOLC002:\"\"|})] public string Value => \"\";")]
    [InlineData("[Column(DataType = {|VOLC045:(DataType)7|})] public string Value => \"\";")]
    [InlineData("[Column(DataType = {|VOLC030:DataType.Link|})] public int Value => 1;")]
    [InlineData("[Column(Id = {|VOLC025:\"a___b\"|})] public string Value => \"\";")]
    [InlineData("[Column(Id = {|VOLC025:\"____\"|})] public string Value => \"\";")]
    [InlineData("[Column] public string {|VOLC025:___|} => \"\";")]
    [InlineData("[Column] public object {|VOLC005:Value|} => \"\";")]
    [InlineData("[Column] public string[] {|VOLC005:Value|} => [];")]
    [InlineData("[Column(Id = \"a\")] public int B => 1; [Column] public int {|VOLC004:A|} => 1;")]
    public void Column_WithAMistake_IsReported(string columns)
    {
        GeneratorHarness.DiagnoseNode($"[Table] public List<Row> Rows => []; public class Row {{ {RowId} {columns} }}");
    }

    [Theory]
    [InlineData("[FixedRow(Id = {|VOLC003:\"\"|})] public string Value => \"\";")]
    [InlineData("[FixedRow(Label = {|VOLC002:\"\"|})] public string Value => \"\";")]
    [InlineData("[FixedRow] public object {|VOLC005:Value|} => \"\";")]
    [InlineData("[FixedRow] public string[] {|VOLC005:Value|} => [];")]
    [InlineData("[FixedRow(Id = \"a\")] public int B => 1; [FixedRow] public int {|VOLC004:A|} => 1;")]
    public void FixedRow_WithAMistake_IsReported(string rows)
    {
        GeneratorHarness.DiagnoseNode($"[Table] public Rows? TheRows => null; public class Rows {{ {rows} }}");
    }

    [Theory]
    [InlineData("[Column(Id = \"a__b\")] public string Value => \"\";")]
    [InlineData("[Column(Id = null, Label = null)] public Uri? Value => null;")]
    [InlineData("[Column(DataType = DataType.Link)] public string Value => \"\";")]
    public void Column_WithoutAMistake_IsNone(string column)
    {
        GeneratorHarness.DiagnoseNode($"[Table] public List<Row> Rows => []; public class Row {{ {RowId} {column} }}");
    }

    [Fact]
    public void FixedRowId_WithTheSeparator_IsNoMistake()
    {
        GeneratorHarness.DiagnoseNode(
            "[Table] public Rows? A => null; public struct Rows { [FixedRow(Id = \"a___b\")] public int B => 1; }");
    }

    [Fact]
    public void Rows_WithoutId_AreVolc026AtTheTable()
    {
        GeneratorHarness.DiagnoseNode(
            """
            [Table] public List<Row> {|VOLC026:Rows|} => [];
            public class Row { [Column] public int Value => 1; }
            """);
    }

    [Fact]
    public void Rows_WithTwoIds_AreVolc027()
    {
        GeneratorHarness.DiagnoseNode(
            $$"""
            [Table] public List<Row> Rows => [];
            public class Row { {{RowId}} [RowId, Column] public string {|VOLC027:Other|} => ""; }
            """);
    }

    [Theory]
    [InlineData("int")]
    [InlineData("IPAddress")]
    [InlineData("Guid?")]
    public void RowId_OfAnotherType_IsVolc028(string type)
    {
        GeneratorHarness.DiagnoseNode(
            $$"""
            [Table] public List<Row?> Rows => [];
            public record struct Row([property: RowId] {{type}} {|VOLC028:Id|}, [property: Column] string Value);
            """);
    }

    [Theory]
    [InlineData("int")]
    [InlineData("string")]
    [InlineData("object")]
    [InlineData("List<string>")]
    [InlineData("string[][]")]
    [InlineData("Dictionary<int, string>")]
    [InlineData("Dictionary<string, object>")]
    [InlineData("Dictionary<string, string[]>")]
    [InlineData("SampleNode?")]
    [InlineData("List<SampleNode>")]
    public void Type_ThatIsNoTable_IsVolc029(string type)
    {
        GeneratorHarness.DiagnoseNode($"[Table] public {type} {{|VOLC029:Rows|}} => default!;");
    }

    [Theory]
    [InlineData("List<Row>", "[FixedRow] public int Value => 1;")]
    [InlineData("Row", "[Column] public int Value => 1;")]
    [InlineData("List<Row>", "")]
    public void Rows_WithoutColumns_AreVolc029(string type, string members)
    {
        GeneratorHarness.DiagnoseNode(
            $"[Table] public {type} {{|VOLC029:Rows|}} => default!; public class Row {{ {RowId} {members} }}");
    }

    [Theory]
    [InlineData("IEnumerable<KeyValuePair<string, int?>>")]
    [InlineData("SortedDictionary<string, DayOfWeek>?")]
    [InlineData("IReadOnlyDictionary<string, Uri>")]
    public void Type_ThatIsADictionary_IsNoMistake(string type)
    {
        GeneratorHarness.DiagnoseNode($"[Table] public {type} Rows => default!;");
    }

    [Theory]
    [InlineData("[RowId] public string {|VOLC016:this|}[int i] => \"\"; [Column] public int Value => 1;")]
    [InlineData("[RowId] private string {|VOLC016:Id|} => \"\"; [Column] public int Value => 1;")]
    [InlineData("[RowId] public string Id => \"\"; [Column] public string {|VOLC016:this|}[int i] => \"\";")]
    [InlineData("[RowId] public string Id => \"\"; [Column] public static int {|VOLC016:Value|} => 1;")]
    public void RowProperty_ThatCannotBeRead_IsVolc016Alone(string members)
    {
        GeneratorHarness.DiagnoseNode($"[Table] public List<Row> Rows => []; public class Row {{ {members} }}");
    }

    [Fact]
    public void FixedRow_ThatCannotBeRead_IsVolc016Alone()
    {
        GeneratorHarness.DiagnoseNode(
            "[Table] public Row? A => null; public class Row { [FixedRow] public int {|VOLC016:this|}[int i] => 1; }");
    }

    [Fact]
    public void Mistake_InTheRowsBaseClassOfAnotherFile_IsReportedThere()
    {
        GeneratorHarness.Diagnose(
            "public class RowBase { [VolumeCount.Scope.Column] public object {|VOLC005:Value|} => 1; }",
            SampleSource.Node($"{Id} [Table] public List<Row> Rows => []; public class Row : RowBase {{ {RowId} }}"));
    }

    [Fact]
    public void Mistake_OfRowsInTwoTables_IsReportedOnce()
    {
        GeneratorHarness.DiagnoseNode(
            $$"""
            [Table] public List<Row> First => [];
            [Table] public Row[] Second => [];
            public class Row { {{RowId}} [Column] public object {|VOLC005:Value|} => 1; }
            """);
    }
}
