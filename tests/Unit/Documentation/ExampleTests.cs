using System.Xml.Linq;
using VolumeCount.Scope;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>
/// The examples in the documentation of the attributes are code that compiles, in a place where they belong.
/// </summary>
public sealed class ExampleTests
{
    private const string Report =
        """
        [Plugin("sample", Label = "Sample")]
        public sealed class SampleReport
        {
            [ReportTime] public DateTimeOffset Time { get; init; }
            MEMBERS
        }
        """;

    private const string Node =
        """
        public class SampleNode
        {
            [NodeId] public string Id { get; init; } = "";
            MEMBERS
        }
        """;

    public static TheoryData<string> Attributes =>
    [
        .. typeof(PluginAttribute).Assembly.GetTypes()
            .Where(
                static type => type.Namespace == typeof(PluginAttribute).Namespace && type.IsSubclassOf(typeof(Attribute)))
            .Select(static type => type.Name),
    ];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Example_Compiles(string attribute)
    {
        // It is types, none of which has to be made.
        new Snippet(Surround(attribute, Example(attribute)), types: "").Compile();
    }

    private static string Example(string attribute)
    {
        var comment = File.ReadLines(Path.Combine(Repository.Root, $"src/VolumeCount.Scope/Attributes/{attribute}.cs"))
            .SkipWhile(static line => !line.StartsWith("/// <example>", StringComparison.Ordinal))
            .TakeWhile(static line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(static line => line[3..]);
        var example = XElement.Parse(string.Join('\n', comment));

        Assert.Equal("example", example.Name.LocalName);
        return Assert.Single(example.Elements("code")).Value;
    }

    private static string Surround(string attribute, string example) => attribute switch
    {
        nameof(PluginAttribute) => Report.Replace(
            """[Plugin("sample", Label = "Sample")]""", example, StringComparison.Ordinal)
            .Replace("MEMBERS", "", StringComparison.Ordinal),
        nameof(ReportTimeAttribute) => Report.Replace(
            "[ReportTime] public DateTimeOffset Time { get; init; }", example, StringComparison.Ordinal)
            .Replace("MEMBERS", "", StringComparison.Ordinal),
        nameof(TopologyAttribute) =>
            Members(Report, example) + Members(Node, "").Replace("SampleNode", "ContainerNode", StringComparison.Ordinal),
        nameof(NodeIdAttribute) =>
            Nodes("Process")
                + Members(Node, example).Replace(
                    "[NodeId] public string Id { get; init; } = \"\";", "", StringComparison.Ordinal),
        nameof(TableAttribute) => Nodes("Host")
            + Members(Node, example)
            + Row("Volume", "[RowId, Column] public string Id => \"\";"),
        nameof(RowIdAttribute) => Table("Row[]") + Row("Row", example),
        nameof(ColumnAttribute) => Table("Row[]") + Row("Row", "[RowId] public string Id => \"\";" + example),
        nameof(FixedRowAttribute) => Table("Row") + Row("Row", example),
        nameof(ControlAttribute) =>
            Nodes("Host") + Members(Node, example) + Row("CpuMode", "public bool ShowsIdle { get; set; }"),
        _ => Nodes("Host") + Members(Node, example),
    };

    private static string Nodes(string topology) =>
        Members(Report, $"[Topology(ScopeTopology.{topology})] public SampleNode[] Nodes {{ get; init; }} = [];");

    private static string Table(string type) =>
        Nodes("Host") + Members(Node, $"[Table] public {type}? Rows {{ get; init; }}");

    private static string Row(string name, string members) => $"public class {name} {{ {members} }}";

    private static string Members(string type, string members) => type.Replace("MEMBERS", members, StringComparison.Ordinal);
}
