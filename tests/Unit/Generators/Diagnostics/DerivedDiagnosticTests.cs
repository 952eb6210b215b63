using System.Globalization;
using Microsoft.CodeAnalysis;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

/// <summary>Attributes in a class that a report reads as its base.</summary>
public sealed class DerivedDiagnosticTests
{
    [Theory]
    [InlineData("[{|VOLC051:Metadata|}] public int More => 1;")]
    [InlineData("[{|VOLC051:Metric(Max = 1)|}] public int More => 1;")]
    [InlineData("[{|VOLC051:Table|}] public Dictionary<string, string> More => [];")]
    public void Row_OfADerivedNode_IsVolc051(string property)
    {
        var result = Diagnose($"public class Derived : SampleNode {{ {property} }}");

        Assert.Contains(
            " on 'More' has no effect: a report reads 'Derived' as its base 'SampleNode', which does not have 'More'.",
            result.Diagnostics.Single().GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "public class Middle : SampleNode { } public class Derived : Middle { [{|VOLC051:Metadata|}] public int More => 1;"
            + " }")]
    [InlineData("public class Derived<T> : SampleNode { [{|VOLC051:Metadata|}] public int More => 1; }")]
    [InlineData("public class Own : Row { [{|VOLC051:Column|}] public int More => 1; }")]
    public void Attribute_OfADerivedClass_IsVolc051(string types) => Diagnose(types);

    [Theory]
    [InlineData("public class Derived : SampleNode { [Metadata] public override int Count => 1; }")]
    [InlineData("public class Derived : SampleNode { [Column] public int More => 1; }")]
    [InlineData("public class Derived : SampleNode { public int More => 1; }")]
    [InlineData("public class Derived : SampleNode { [Obsolete] public int More => 1; }")]
    [InlineData("public class Base { [Metadata] public int More => 1; } public class Derived : Base { }")]
    public void Attribute_ThatIsNotLost_IsNoMistake(string types) => Diagnose(types);

    [Fact]
    public void Row_OfADerivedNodeThatAReportHasToo_IsNoMistake() => GeneratorHarness.Diagnose(
        SampleSource.Node("[NodeId] public string Id => \"\";").Replace(
            "IEnumerable<SampleNode> Nodes { get; init; } = [];",
            "SampleNode[] Nodes => []; [Topology(ScopeTopology.Host)] public Derived[] Hosts => [];",
            StringComparison.Ordinal),
        "namespace Sample; public class Derived : SampleNode { [VolumeCount.Scope.Metadata] public int More => 1; }");

    [Fact]
    public void Row_OfARecordThatIsReadAsItsInterface_IsVolc051()
    {
        var markup = "public record Derived([property: NodeId] string Id, [property: {|VOLC051:Metadata|}] int More) : "
            + "SampleNode { }";

        GeneratorHarness.Diagnose(
            SampleSource.Node("[NodeId] string Id { get; }", declaration: "interface SampleNode")
            + markup);
    }

    private static GeneratorRunResult Diagnose(string types) => GeneratorHarness.Diagnose(SampleSource.Node(
        "[NodeId] public string Id => \"\"; [Metadata] public virtual int Count => 1; [Table] public Row[] Rows => []; }"
        + "public class Row { [RowId, Column] public string Id => \"\"; }"
        + types[..^1]));
}
