using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

/// <summary>Every attribute on every property that the generated context could not read.</summary>
public sealed class PropertyDiagnosticTests
{
    private static readonly (string Attribute, string Type)[] Attributes =
    [
        ("Metadata", "int"),
        ("Metric", "int"),
        ("Table", "Dictionary<string, string>"),
        ("Parents(ScopeTopology.Pod)", "string"),
        ("Adjacency", "string[]"),
        ("Control(Handler = nameof(Run))", "bool"),
    ];

    private static readonly string[] Properties =
    [
        "public static {0} {{|VOLC016:Value|}} {{ get; set; }} = default!;",
        "public {0} {{|VOLC016:Value|}} {{ set {{ }} }}",
        "public {0} {{|VOLC016:Value|}} {{ init {{ }} }}",
        "private {0} {{|VOLC016:Value|}} {{ get; set; }} = default!;",
        "protected {0} {{|VOLC016:Value|}} {{ get; set; }} = default!;",
        "private protected {0} {{|VOLC016:Value|}} {{ get; set; }} = default!;",
        "public {0} {{|VOLC016:Value|}} {{ private get; set; }} = default!;",
        "public {0} {{|VOLC016:this|}}[int index] => default!;",
        "{0} IValue<{0}>.{{|VOLC016:Value|}} => default!;",
    ];

    private static readonly string[] Readable =
    [
        "public virtual {0} Value => default!;",
        "internal {0} Value {{ get; private init; }} = default!;",
        "protected internal {0} Value {{ get; set; }} = default!;",
        "public required {0} Value {{ get; set; }}",
        "public ref readonly {0} Value => throw null!;",
        "public {0} @class => default!;",
    ];

    public static TheoryData<string, string, string> Unreadable => [.. Combine(Properties)];

    public static TheoryData<string, string, string> Read => [.. Combine(Readable)];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Property_ThatCannotBeRead_IsVolc016Alone(string attribute, string type, string property)
    {
        Diagnose(attribute, type, property);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void Property_ThatCanBeRead_IsNoMistake(string attribute, string type, string property)
    {
        Diagnose(attribute, type, property);
    }

    [Theory]
    [InlineData("Metadata", "public int {|VOLC016:Value|} { private get; set; }")]
    [InlineData("Metadata", "internal int {|VOLC016:Value|} { private protected get; set; }")]
    public void Property_InABaseClass_IsVolc016There(string attribute, string property)
    {
        GeneratorHarness.Diagnose(
            $"public class NodeBase {{ [VolumeCount.Scope.{attribute}] {property} }}",
            SampleSource.Node(Id, declaration: "class SampleNode : NodeBase"));
    }

    [Fact]
    public void Property_WhoseGetterIsInherited_IsNoMistake()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node(
                Id + "[Metadata] public override int Value { set { } }", declaration: "class SampleNode : NodeBase"),
            "public class NodeBase { public virtual int Value { get; set; } }");
    }

    [Theory]
    [InlineData("IFirst, ISecond", "VOLC016")]
    [InlineData("ISecond, IThird", null)]
    public void Property_InheritedFromTwoInterfaces_IsVolc016UnlessOneHidesTheOther(string bases, string? id)
    {
        var text = id is null ? "Text" : $"{{|{id}:Text|}}";

        GeneratorHarness.Diagnose(
            $$"""
            namespace Sample;

            public interface IFirst { [VolumeCount.Scope.Metadata] string {{text}} { get; } }
            public interface ISecond { string Text { get; } }
            public interface IThird : ISecond { [VolumeCount.Scope.Metadata] new string Text { get; } }
            """,
            SampleSource.Node("[NodeId] string Id { get; }", declaration: $"interface SampleNode : {bases}"));
    }

    private static IEnumerable<(string Attribute, string Type, string Property)> Combine(string[] properties) =>
        from attribute in Attributes
        from property in properties
        select (attribute.Attribute, attribute.Type, property);

    private static void Diagnose(string attribute, string type, string property)
    {
        var member = string.Format(System.Globalization.CultureInfo.InvariantCulture, property, type);
        var source = SampleSource.Node(
            $"{Id} [{attribute}] {member} public static ControlResponse Run() => ControlResponse.Empty;", "Host");

        GeneratorHarness.Diagnose(
            property.Contains("IValue", StringComparison.Ordinal)
                ? source.Replace("class SampleNode", $"class SampleNode : IValue<{type}>", StringComparison.Ordinal)
                : source,
            "namespace Sample; public interface IValue<T> { T Value { get; } }");
    }
}
