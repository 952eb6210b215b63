using System.Globalization;
using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

/// <summary>Attributes on properties of classes in which they mean nothing.</summary>
public sealed class MisplacedDiagnosticTests
{
    [Theory]
    [InlineData("[{|VOLC047:Metadata|}] public int Value => 1;", "the class of a topology's nodes")]
    [InlineData("[{|VOLC047:NodeId|}] public string Value => \"\";", "the class of a topology's nodes")]
    [InlineData("[{|VOLC047:Column(Label = \"Value\")|}] public int Value => 1;", "the class of a table's rows")]
    [InlineData("[{|VOLC047:FixedRow|}] public int Value => 1;", "the class of a table of known rows")]
    public void Attribute_OnAReport_IsVolc047(string property, string place) =>
        Assert.Equal(place, Place(SampleSource.Report(Time + property)));

    [Theory]
    [InlineData("[{|VOLC047:Column|}] public int Value => 1;", "the class of a table's rows")]
    [InlineData("[{|VOLC047:RowId|}] public string Value => \"\";", "the class of a table's rows")]
    [InlineData("[{|VOLC047:FixedRow|}] public int Value => 1;", "the class of a table of known rows")]
    [InlineData(
        "[{|VOLC047:ReportTime|}] public DateTimeOffset Value => default;",
        "a class with [Plugin], or mark this class with it")]
    [InlineData(
        "[{|VOLC047:Topology(ScopeTopology.Host)|}] public int[] Value => [];",
        "a class with [Plugin], or mark this class with it")]
    public void Attribute_OnANode_IsVolc047(string property, string place) =>
        Assert.Equal(place, Place(SampleSource.Node(Id + property)));

    [Theory]
    [InlineData("[{|VOLC047:FixedRow|}] public int Value => 1;", "the class of a table of known rows")]
    [InlineData("[{|VOLC047:Metadata|}] public int Value => 1;", "the class of a topology's nodes")]
    public void Attribute_OnARow_IsVolc047(string property, string place) => Assert.Equal(place, Place(SampleSource.Node(
        $"{Id} [Table] public List<Row> Rows => [];"
        + $"public class Row {{ [RowId, Column] public string Id => \"\"; {property} }}")));

    [Theory]
    [InlineData("[{|VOLC047:Column|}] public int Value => 1;", "the class of a table's rows")]
    [InlineData("[{|VOLC047:Metric|}] public int Value => 1;", "the class of a topology's nodes")]
    public void Attribute_OnKnownRows_IsVolc047(string property, string place) =>
        Assert.Equal(place, Place(SampleSource.Node(
        $"{Id} [Table] public Rows? Known => null; public class Rows {{ [FixedRow] public int First => 1; {property} }}")));

    [Fact]
    public void Attributes_OfAClassThatIsNodeAndRow_AreNoMistake() => GeneratorHarness.Diagnose(SampleSource.Node(
        "[NodeId, RowId, Column] public string Id => \"\"; [Table] public List<SampleNode> Rows => [];"));

    [Theory]
    [InlineData("sealed class")]
    [InlineData("sealed record")]
    [InlineData("struct")]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("abstract class", "internal")]
    [InlineData("interface", "internal")]
    public void Attribute_OfAReportInWhatIsNone_IsVolc047(string kind, string visibility = "public") => Diagnose(
        $"{visibility} {kind}",
        "[{|VOLC047:ReportTime|}] public DateTimeOffset Time => default;"
        + "[{|VOLC047:Topology(ScopeTopology.Host)|}] public int[] Hosts => [];");

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    public void Attribute_OfAReportInWhatReportsOfOtherAssembliesMayInherit_IsNoMistake(string kind) => Diagnose(
        $"public abstract {kind}",
        "[ReportTime] public DateTimeOffset Time => default; [Topology(ScopeTopology.Host)] public int[] Hosts => [];");

    [Fact]
    public void Attribute_OfAReportInItsNode_IsVolc047Once() => GeneratorHarness.Diagnose(
        SampleSource.Node(Id + "[{|VOLC047:ReportTime|}] public DateTimeOffset Value => default;").Replace(
            "public class SampleNode", "public sealed class SampleNode", StringComparison.Ordinal));

    [Theory]
    [InlineData("public class")]
    [InlineData("internal abstract class")]
    public void Attribute_OfAReportInTheBaseOfOne_IsNoMistake(string kind) => GeneratorHarness.Diagnose(
        $"""
        using System;
        using VolumeCount.Scope;

        {kind} Base {"{"} [ReportTime] public DateTimeOffset Time => default; {"}"}
        {kind.Split(' ')[0]} class Middle : Base;
        [Plugin("sample", Label = "Sample")] {kind.Split(' ')[0]} sealed class Report : Middle;
        """);

    [Fact]
    public void Attribute_InABlockThatExtendsANode_IsVolc047()
    {
        var result = GeneratorHarness.Diagnose(
            "using VolumeCount.Scope; public static class Extensions { extension(string text) {"
            + "[{|VOLC047:Metadata|}] public int Size => 1; [{|VOLC047:Topology(ScopeTopology.Host)|}] public int[] Hosts "
            + "=> []; } }");

        Assert.Contains(
            "[Metadata] on 'Size' has no effect in 'extension(string text)'. Move it to the class of a topology's nodes.",
            result.Diagnostics[0].GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    private static void Diagnose(string kind, string members) => GeneratorHarness.Diagnose(
        $"using System; using VolumeCount.Scope; {kind} Stray {{ {members} }}");

    private static string Place(string source)
    {
        var message = GeneratorHarness.Diagnose(source).Diagnostics.Single().GetMessage(CultureInfo.InvariantCulture);

        return message[(message.IndexOf("Move it to ", StringComparison.Ordinal) + "Move it to ".Length)..^1];
    }
}
