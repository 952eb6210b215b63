using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Generators;

public sealed class ReportGeneratorTests
{
    [Fact]
    public void Report_OfOneTopology_MatchesGoldenFile()
    {
        var (hintName, source) = GeneratorHarness.Generate(SampleSource.VolumeCount).Single();

        Assert.Equal("Sample.VolumeCountReportContext.g.cs", hintName);
        Golden.AssertMatches("VolumeCount", source);
    }

    [Fact]
    public void Report_OfEveryValueKind_MatchesGoldenFile()
    {
        var source = GeneratorHarness.Generate(
            """
            using System;
            using System.Collections.Immutable;
            using VolumeCount.Scope;

            namespace Sample.@event;

            public abstract record TimedReport
            {
                [ReportTime]
                public required DateTimeOffset Time { get; init; }
            }

            [Plugin("values", Label = "Values \"quoted\"\u2028\U0001F433")]
            public sealed partial record @class : TimedReport
            {
                [Topology(ScopeTopology.Container)]
                public ImmutableArray<Node<string?>?> @default { get; init; } = [];
            }

            public abstract class Identified
            {
                [NodeId]
                public virtual string? Id { get; init; }

                [Metadata(Priority = 3)]
                public string? IPAddress { get; init; }

                [Metadata]
                public virtual string Hidden => "";
            }

            public class Node<T> : Identified
            {
                public override string? Id { get; init; }

                public new string Hidden => "";

                [Metadata(Id = "small", Label = "<Small> & \"odd\"", Priority = 1.5)]
                public sbyte? Small { get; init; }

                [Metadata]
                public uint Unsigned { get; init; }

                [Metadata]
                public ulong Large { get; init; }

                [Metadata, Obsolete("Still reported")]
                public int @int { get; init; }

                public required T NotReported { get; init; }
            }
            """);

        Golden.AssertMatches("EveryValueKind", source["Sample.event.classContext.g.cs"]);
    }

    [Fact]
    public void Report_WithoutTopologyOrNamespace_GetsAContext()
    {
        var source = GeneratorHarness.Generate(
            """
            [VolumeCount.Scope.Plugin("empty", Label = "Empty")]
            public class EmptyReport
            {
                [VolumeCount.Scope.ReportTime]
                public System.DateTimeOffset Time { get; set; }
            }
            """);

        Assert.Equal(["EmptyReportContext.g.cs"], source.Keys);
    }

    [Fact]
    public void Report_WithEverythingAndErrors_KeepsItsSurface()
    {
        var result = GeneratorHarness.Diagnose(
            """
            using System;
            using System.Collections.Generic;
            using VolumeCount.Scope;
            using VolumeCount.Scope.Controls;

            namespace Sample;

            [Plugin("sample", Label = {|VOLC002:""|})]
            public struct {|VOLC009:SampleReport|}
            {
                [Topology(ScopeTopology.Host)] public Node[] {|VOLC006:Hosts|} { get; init; }
            }

            public sealed class Node
            {
                [Metadata] public object? {|VOLC005:Thing|} { get; init; }
                [Metadata] public Uri? Home { get; init; }
                [Metric] public string? {|VOLC033:Load|} { get; init; }
                [Table] public Dictionary<string, string>? Labels { get; init; }
                [Table] public IReadOnlyList<Row>? {|VOLC026:Rows|} { get; init; }
                [Table] public int {|VOLC029:Wrong|} { get; init; }
                [Table] public Dictionary<string, object>? {|VOLC029:OddEntries|} { get; init; }
                [Table] public object[]? {|VOLC029:OddRows|} { get; init; }
                [Control(Handler = {|VOLC040:"Nobody"|})] public bool CanDo { get; init; }
                [Control(Handler = nameof(Undo))] public bool CanUndo { get; init; }

                internal static ControlResponse Undo() => ControlResponse.Empty;
            }

            public sealed class Row
            {
                [Column] public string? Name { get; init; }
            }
            """,
            """
            namespace Sample;

            internal static class User
            {
                public static object[] Everything =>
                [
                    SampleReportContext.Default.SampleReport,
                    SampleReportContext.Controls,
                ];

                public static void Write(System.Buffers.IBufferWriter<byte> output, SampleReport report) =>
                    SampleReportContext.Write(output, report);
            }
            """);

        Golden.AssertMatches("BrokenEverything", GeneratorHarness.Sources(result).Values.Single());
    }

    [Fact]
    public void Report_InsideAnotherClass_GetsItsContextInTheNamespace()
    {
        var source = GeneratorHarness.Generate(
            """
            namespace Sample;

            public static class Outer
            {
                [VolumeCount.Scope.Plugin("inner", Label = "Inner")]
                internal class InnerReport
                {
                    [VolumeCount.Scope.ReportTime]
                    public System.DateTimeOffset Time { get; set; }
                }

                internal static object Context => Outer_InnerReportContext.Default.InnerReport;
            }
            """);

        Assert.Contains(
            "internal sealed partial class Outer_InnerReportContext",
            source["Sample.Outer_InnerReportContext.g.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_InOneAssembly_GetAContextEach()
    {
        var other = SampleSource.VolumeCount.Replace("namespace Sample", "namespace Other", StringComparison.Ordinal);

        var sources = GeneratorHarness.Generate(SampleSource.VolumeCount, other);

        Assert.Equal(
            ["Other.VolumeCountReportContext.g.cs", "Sample.VolumeCountReportContext.g.cs"],
            sources.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reports_WhoseNamesDifferInCaseAlone_AreRefusedButOne()
    {
        var source = SampleSource.Report(SampleSource.Time);

        var result = GeneratorHarness.Diagnose(
            source.Replace("class SampleReport", "class {|VOLC044:sampleReport|}", StringComparison.Ordinal), source);

        Assert.Equal(["Sample.SampleReportContext.g.cs"], GeneratorHarness.Sources(result).Keys);
    }

    [Theory]
    [InlineData("Obsolete(\"Old\", DiagnosticId = \"ID{0}\")")]
    [InlineData("System.Diagnostics.CodeAnalysis.Experimental(\"ID{0}\")")]
    public void Report_OfWhatTheCompilerWarnsOf_GivesNoWarningOfItsOwn(string attribute)
    {
        GeneratorHarness.Generate(
            "#pragma warning disable ID1, ID2, ID3, ID4, ID5\n" + SampleSource.Node(
                $$"""
                [NodeId] public string Id => "";
                    [{{Numbered(1)}}, Metadata] public int Old => 1;
                    [Metadata] public Mode Mode => default;
                    [Table] public List<Row?> Rows => [];
                    [Control(Handler = nameof(Run))] public bool CanRun => true;
                    [{{Numbered(2)}}] public static ControlResponse Run(Service service) => ControlResponse.Empty;
                }

                public enum Mode { [{{Numbered(3)}}] On, Off }

                [{{Numbered(4)}}] public class Service;

                [{{Numbered(5)}}]
                public class Row
                {
                    [RowId, Column] public string Id => "";
                """,
                "Host"));

        string Numbered(int number) => attribute.Replace("{0}", $"{number}", StringComparison.Ordinal);
    }

    [Fact]
    public void Value_OfNoMember_IsANumberInEveryCulture()
    {
        using var report = CompiledReport.Load(SampleSource.Node(
            """
            [NodeId] public string Id => "a";
                [Metadata] public Mode Mode => (Mode)(-7);
                [Metadata] public Access Access => Access.Read | Access.Write;
            }

            public enum Mode : short { On }
            [Flags] public enum Access { Read = 1, Write = 2 }

            internal static class Data
            {
                public static SampleReport Report => new() { Nodes = [new()] };
            """));
        var culture = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NegativeSign = "minus";
        CultureInfo.CurrentCulture = other;
        try
        {
            var latest = JsonNode.Parse(report.Write())!["Container"]!["nodes"]!["a;<container>"]!["latest"]!;

            Assert.Equal("-7", latest["mode"]!["value"]!.GetValue<string>());
            Assert.Equal("Read, Write", latest["access"]!["value"]!.GetValue<string>());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Collection_WithAnotherEnumerator_IsReadByItsElements()
    {
        using var report = CompiledReport.Load(SampleSource.Node(
            """
            [NodeId] public string Id => "a";
                [Metadata] public int Count => 1;
            }

            public sealed class Bag : IEnumerable<SampleNode>
            {
                public System.Collections.IEnumerator GetEnumerator() => throw null!;
                IEnumerator<SampleNode> IEnumerable<SampleNode>.GetEnumerator()
                {
                    yield return new();
                }
            }

            internal static class Data
            {
                public static SampleReport Report => new() { Nodes = new() };
            """).Replace(
                "IEnumerable<SampleNode> Nodes { get; init; } = [];",
                "Bag Nodes { get; init; } = new();",
                StringComparison.Ordinal));

        Assert.NotNull(JsonNode.Parse(report.Write())!["Container"]!["nodes"]!["a;<container>"]);
    }

    [Theory]
    [InlineData("IEnumerable")]
    [InlineData("IReadOnlyCollection")]
    [InlineData("IReadOnlyList")]
    [InlineData("IList")]
    [InlineData("System.Collections.Immutable.IImmutableList")]
    [InlineData("System.Collections.Immutable.ImmutableArray")]
    public void Collection_ThatIsADefaultArray_IsEmpty(string type)
    {
        using var report = CompiledReport.Load(SampleSource.Node(
            $$"""
            [NodeId] public string Id { get; init; } = "a";
                [Table] public {{type}}<Row> Rows => default(System.Collections.Immutable.ImmutableArray<Row>);
                [Metadata] public {{type}}<string> Texts => default(System.Collections.Immutable.ImmutableArray<string>);
                [Metric]
                public {{type}}<MetricSample> Samples =>
                    default(System.Collections.Immutable.ImmutableArray<MetricSample>);
                [Adjacency] public {{type}}<string> Peers => default(System.Collections.Immutable.ImmutableArray<string>);
            }

            public class Row
            {
                [RowId, Column] public string Id => "";
            }

            internal static class Data
            {
                public static SampleReport Report => new();
            """).Replace(
                "IEnumerable<SampleNode> Nodes { get; init; } = [];",
                $$"""
                {{type}}<SampleNode> Nodes => default(System.Collections.Immutable.ImmutableArray<SampleNode>);
                [Topology(ScopeTopology.Host)] public SampleNode[] Hosts => [new()];
                """,
                StringComparison.Ordinal));

        var json = JsonNode.Parse(report.Write())!;

        Assert.Empty(json["Container"]!["nodes"]!.AsObject());
        Assert.Empty(json["Host"]!["nodes"]!["a;<host>"]!.AsObject());
    }

    [Theory]
    [InlineData("SampleNode[]", "[]")]
    [InlineData("List<SampleNode?>?", "null")]
    [InlineData("IReadOnlyCollection<SampleNode>", "[]")]
    [InlineData("System.Collections.Immutable.ImmutableArray<SampleNode>", "[]")]
    [InlineData("HashSet<SampleNode>", "[]")]
    [InlineData("Dictionary<string, SampleNode>.ValueCollection", "new(new Dictionary<string, SampleNode>())")]
    public void Collection_OfAnyKind_IsATopology(string type, string value)
    {
        GeneratorHarness.Generate(SampleSource.Report(
            $$"""
            [ReportTime] public DateTimeOffset Time { get; init; }
                [Topology(ScopeTopology.Container)] public {{type}} Nodes { get; init; } = {{value}};
            }

            public class SampleNode
            {
                [NodeId] public string Id { get; init; } = "";
            """));
    }

    [Fact]
    public void Node_OfOptionalStruct_IsANode()
    {
        GeneratorHarness.Generate(SampleSource.Report(
            """
            [ReportTime] public DateTimeOffset Time { get; init; }
                [Topology(ScopeTopology.Container)] public IEnumerable<SampleNode?> Nodes { get; init; } = [];
            }

            public readonly record struct SampleNode([property: NodeId] string Id, [property: Metadata] int Count)
            {
            """));
    }

    // Each of these is what a context calls a member of its own, or inherits.
    [Theory]
    [InlineData("Controls")]
    [InlineData("Default")]
    [InlineData("Equals")]
    [InlineData("GetType")]
    [InlineData("GetTypeInfo")]
    [InlineData("Nodes")]
    [InlineData("Options")]
    [InlineData("ReportConverter")]
    [InlineData("Write")]
    public void Report_NamedLikeAMemberOfItsContext_HasATypeInfoOfAnotherName(string name)
    {
        GeneratorHarness.Generate(
            $$"""
            using System;
            using System.Collections.Generic;
            using VolumeCount.Scope;

            [Plugin("sample", Label = "Sample")]
            public class {{name}}
            {
                [ReportTime] public DateTimeOffset Time { get; init; }
                [Topology(ScopeTopology.Host)] public Node[] All { get; init; } = [];

                public static object TypeInfo => {{name}}Context.Default.{{name}}Report;
            }

            public class Node
            {
                [NodeId] public string Id { get; init; } = "";
                [Metadata] public DayOfWeek Day { get; init; }
                [Table] public Dictionary<string, string> Rows { get; init; } = [];
            }
            """);
    }

    [Theory]
    [InlineData("struct")]
    [InlineData("readonly struct")]
    [InlineData("record")]
    [InlineData("record struct")]
    [InlineData("sealed class")]
    [InlineData("abstract class")]
    public void Report_OfAnyKindOfType_GetsAContext(string kind)
    {
        var sources = GeneratorHarness.Generate(
            $$"""
            [VolumeCount.Scope.Plugin("sample", Label = "Sample")]
            public {{kind}} SampleReport
            {
                [VolumeCount.Scope.ReportTime] public System.DateTimeOffset Time { get; init; }
            }
            """);

        Assert.Equal(["SampleReportContext.g.cs"], sources.Keys);
    }

    [Fact]
    public void Property_ThatIsObsoleteAsAnError_IsRefused()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            """
            [NodeId] public string Id { get; init; } = "";
                [Metadata, Obsolete("Gone", error: true)] public string {|VOLC016:Text|} { get; init; } = "";
            """));
    }

    // Each of these once made the generated code fail to compile, or warn.
    [Theory]
    [InlineData(
        "[Metadata] public Outer<string>.Mode A => default; [Metadata] public Outer<string?>.Mode B => default;"
        + "[Metadata] public Outer<(int X, int Y)>.Mode C => default; [Metadata] public Outer<(int, int)>.Mode D => default;"
        + "[Metadata] public Outer<dynamic>.Mode E => default; [Metadata] public Outer<object>.Mode? F => default;",
        "public class Outer<T> { public enum Mode { On } }")]
    [InlineData(
        "[Table] public Bag Rows => new();",
        "public class Row { [RowId, Column] public string Id => \"\"; }"
        + "public class Bag : IEnumerable<Row> { public IEnumerator<object> GetEnumerator() => throw null!;"
        + "IEnumerator<Row> IEnumerable<Row>.GetEnumerator() => throw null!;"
        + "System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!; }")]
    [InlineData(
        "[Obsolete, Metadata] public Gone Gone => default; [Obsolete, Table] public Row[] Rows => [];",
        "[Obsolete(\"Gone\", error: true)] public enum Gone { A }"
        + "[Obsolete(\"Gone\", error: true)] public class Row { [RowId, Column] public string Id => \"\"; }")]
    [InlineData("[Metadata] public @var Var => default; [Table] public @partial[] Rows => [];",
        "public enum @var { A } public class @partial { [RowId, Column] public string Id => \"\"; }")]
    [InlineData("[Table] public IEnumerable<KeyValuePair<string?, string?>> Pairs => [];", "public class @record;")]
    [InlineData(
        "[Metadata] public Outer<List<string?>>.Mode A => default; [Metadata] public Outer<List<string>?>.Mode B => default;"
        + "[Metadata] public Outer<string?[]>.Mode C => default; [Metadata] public Outer<string[]?>.Mode D => default;",
        "public class Outer<T> { public enum Mode { On } }")]
    [InlineData(
        "[Table] public Bag<int> A => new(); [Table] public Bag<bool> B => new(); [Table] public IBag C => null!;",
        "public class Row { [RowId, Column] public string Id => \"\"; }"
        + "public interface IBag : IEnumerable<Row> { new int GetEnumerator(); }"
        + "public class Bag<T> : IEnumerable<Row> { public E GetEnumerator() => default; public struct E { public Row "
        + "Current => null!; }"
        + "IEnumerator<Row> IEnumerable<Row>.GetEnumerator() => throw null!;"
        + "System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!; }")]
    [InlineData(
        "[Metadata] public sbyte A => 1; [Metadata] public uint B => 1; [Metadata] public ulong C => 1;",
        "public class UPPER; public class Upper;")]
    [InlineData(
        "[Metadata] public string @event => \"\"; [Metadata] public int @field => 1; [Metadata] public int @value => 1;",
        "public enum @async { A }")]
    public void Report_OfOddTypes_Compiles(string members, string types)
    {
        GeneratorHarness.Generate(
            "#pragma warning disable CS8981, CS3002, CS3003, CS3005\n" + SampleSource.Node(
                $"[NodeId] public string Id => \"\"; {members} }} {types} public class Last {{", "Host"),
            "[assembly: System.CLSCompliant(true)]");
    }

    [Theory]
    [InlineData("public partial class SampleReportContext;", "the context is internal")]
    [InlineData("abstract partial class SampleReportContext;", "it is static or abstract")]
    [InlineData("static partial class SampleReportContext;", "it is static or abstract")]
    [InlineData("partial class SampleReportContext(int a) { public int A => a; }", "it has a primary constructor")]
    [InlineData("partial class SampleReportContext : System.IO.StringReader;", "it has another base class")]
    [InlineData("partial class SampleReportContext { public int Controls => 1; }", "it has a member 'Controls'")]
    [InlineData("partial class SampleReportContext { public class Nodes; }", "it has a member 'Nodes'")]
    [InlineData("partial class SampleReportContext { public int SampleReport => 1; }", "it has a member 'SampleReport'")]
    [InlineData(
        "partial class SampleReportContext { public SampleReportContext() { } }",
        "it has a constructor with the same parameters")]
    [InlineData(
        "partial class SampleReportContext { public SampleReportContext(System.Text.Json.JsonSerializerOptions a) { } }",
        "it has a constructor with the same parameters")]
    [InlineData(
        "[System.CodeDom.Compiler.GeneratedCode(\"a\", \"b\")] partial class SampleReportContext;",
        "it has the attribute [GeneratedCode]")]
    public void ContextPart_ThatDoesNotFit_IsRefused(string part, string reason)
    {
        var result = GeneratorHarness.RunOverErrors(
            GeneratorHarness.Compile(
                SampleSource.Report(SampleSource.Time).Replace("public class", "internal class", StringComparison.Ordinal),
                "namespace Sample;" + part),
            out _);

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("VOLC044", diagnostic.Id);
        Assert.Contains(reason, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internal sealed partial class SampleReportContext;")]
    [InlineData("partial class SampleReportContext : System.IDisposable { public void Dispose() { } }")]
    [InlineData("partial class SampleReportContext : System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver;")]
    [InlineData("partial class SampleReportContext { public SampleReportContext(int a) : this() { } }")]
    [InlineData("[System.Obsolete] partial class SampleReportContext { static SampleReportContext() { } }")]
    public void ContextPart_ThatFits_IsNoMistake(string part) => GeneratorHarness.Generate(
        SampleSource.Report(SampleSource.Time).Replace("public class", "internal class", StringComparison.Ordinal),
        "namespace Sample;" + part);

    [Theory]
    [InlineData("IEnumerable<Row>")]
    [InlineData("Bag")]
    public void Collection_OfARefStructOrThatIsOne_IsRefused(string type) => GeneratorHarness.Diagnose(SampleSource.Node(
        $$"""
        [NodeId] public string Id => "";
            [Table] public {{type}} {|VOLC029:Rows|} => default!;
        }

        public ref struct Row { [RowId, Column] public string Id => ""; }
        public ref struct Bag : IEnumerable<string>
        {
            public IEnumerator<string> GetEnumerator() => throw null!;
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!;
        """));

    [Theory]
    [InlineData("[Obsolete(\"Gone\", true)] public class SampleReport", "public class {|VOLC017:SampleReport|}")]
    [InlineData(
        "[Obsolete(\"Gone\", true)] public class Outer { public class SampleReport",
        "public class {|VOLC017:SampleReport|}")]
    public void Report_ThatIsObsoleteAsAnError_IsRefused(string declaration, string marked)
    {
        var plugin = "[Plugin(\"sample\", Label = \"Sample\")] ";
        var source = declaration.Replace("public class SampleReport", plugin + marked, StringComparison.Ordinal);

        GeneratorHarness.Diagnose(
            $"using System; using VolumeCount.Scope; {source} {{ {SampleSource.Time} }} "
            + (declaration.Contains("Outer", StringComparison.Ordinal) ? "}" : ""));
    }

    [Theory]
    [InlineData("Gone[]")]
    [InlineData("IEnumerable<Gone>")]
    [InlineData("Outer.Inner")]
    public void HandlerParameter_OfATypeThatIsObsoleteAsAnError_IsRefused(string type) =>
        GeneratorHarness.Diagnose(SampleSource.Node(
        $$"""
        [NodeId] public string Id => "";
            [Control(Handler = {|VOLC041:nameof(Run)|})] public bool CanRun => true;
            [Obsolete] public static ControlResponse Run({{type}} a) => ControlResponse.Empty;
        }

        [Obsolete("Gone", true)] public class Gone;
        [Obsolete("Gone", true)] public class Outer { public class Inner;
        """,
        "Host"));

    [Fact]
    public void Report_ThatIsNamedPartial_Compiles() => GeneratorHarness.Generate(
        SampleSource.Report(SampleSource.Time).Replace("class SampleReport", "class @partial", StringComparison.Ordinal));

    [Fact]
    public void Getter_ThatIsObsoleteAsAnError_IsRefused()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            """
            [NodeId] public string Id { get; init; } = "";
                [Metadata] public string {|VOLC016:Text|} { [Obsolete("Gone", error: true)] get; init; } = "";
            """));
    }

    [Fact]
    public void Rows_WithTheSameKey_AreWrittenOnce()
    {
        using var report = CompiledReport.Load(SampleSource.Node(
            """
            [NodeId] public string Id => "a";
                [Table] public KeyValuePair<string?, int>[] Pairs =>
                [
                    new("x", 1), new("x", 2), new(null, 3),
                    new("\uD83D", 4), new("\uDC33", 5), new("\uFFFD", 6), new("\uD83D\uDC33", 7),
                ];
                [Table] public Row[] Rows => [new("r", 1), new("r", 2), new("s", 3)];
                [Table] public Row[] Others => [new("r", 4)];
            }

            public record Row([property: RowId] string Key, [property: Column] int Value);

            internal static class Data
            {
                public static SampleReport Report => new() { Nodes = [new()] };
            """));

        var latest = JsonNode.Parse(report.Write())!["Container"]!["nodes"]!["a;<container>"]!["latest"]!.AsObject();

        Assert.Equal(
            [
                "pairs_x 1", "pairs_\uFFFD 4", "pairs_\uD83D\uDC33 7", "rows_r___value 1", "rows_s___value 3",
                "others_r___value 4",
            ],
            latest.Select(static value => $"{value.Key} {value.Value!["value"]}"));
    }

    [Theory]
    [InlineData("IEnumerable")]
    [InlineData("IReadOnlyCollection")]
    [InlineData("IReadOnlyList")]
    [InlineData("IList")]
    [InlineData("ArraySegment")]
    public void Collection_ThatIsADefaultSegment_IsEmpty(string type)
    {
        using var report = CompiledReport.Load(SampleSource.Node(
            $$"""
            [NodeId] public string Id { get; init; } = "a";
                [Table] public {{type}}<Row> Rows => default(ArraySegment<Row>);
                [Metadata] public {{type}}<string> Texts => default(ArraySegment<string>);
                [Metric] public {{type}}<MetricSample> Samples => default(ArraySegment<MetricSample>);
                [Adjacency] public {{type}}<string> Peers => default(ArraySegment<string>);
            }

            public class Row
            {
                [RowId, Column] public string Id => "";
            }

            internal static class Data
            {
                public static SampleReport Report => new() { Nodes = [new()] };
            """));

        Assert.Empty(JsonNode.Parse(report.Write())!["Container"]!["nodes"]!["a;<container>"]!.AsObject());
    }

    [Fact]
    public void Member_ThatIsObsoleteAsAnError_IsNamedByTheEnumeration()
    {
        GeneratorHarness.Generate(SampleSource.Node(
            """
            [NodeId] public string Id { get; init; } = "";
                [Metadata] public Mode Mode { get; init; }
            }

            public enum Mode
            {
                [Obsolete("Gone", error: true)] Gone,
                Here,
            """));
    }

    [Fact]
    public void Set_OfAnOptionalStruct_IsRefused()
    {
        GeneratorHarness.Diagnose(SampleSource.Node(
            """
            [NodeId] public string Id { get; init; } = "";
                [Metadata] public System.Collections.Immutable.ImmutableArray<string>? {|VOLC005:Tags|} { get; init; }
            """));
    }

    [Theory]
    [InlineData("ControlResponse?", "null")]
    [InlineData(
        "System.Threading.Tasks.Task<ControlResponse?>", "System.Threading.Tasks.Task.FromResult<ControlResponse?>(null)")]
    [InlineData("System.Threading.Tasks.ValueTask<ControlResponse?>", "default")]
    public void Handler_WhoseAnswerMayBeNull_IsRefused(string type, string value)
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            [ReportTime] public DateTimeOffset Time { get; init; }
                [Topology(ScopeTopology.Host)] public SampleNode[] Nodes { get; init; } = [];
            }

            public class SampleNode
            {
                [NodeId] public string Id { get; init; } = "";
                [Control(Handler = {|VOLC041:nameof(Handle)|})] public bool CanHandle { get; init; }
                internal static {{type}} Handle() => {{value}};
            """));
    }

    [Fact]
    public void Node_WithAnInheritedInterfaceHandler_CallsIt()
    {
        GeneratorHarness.Generate(SampleSource.Report(
            """
            [ReportTime] public DateTimeOffset Time { get; init; }
                [Topology(ScopeTopology.Host)] public INode[] Nodes { get; init; } = [];
            }

            public interface INode : IHandled
            {
                [NodeId] string Id { get; }
                [Control(Handler = nameof(IHandled.Handle))] bool CanHandle { get; }
            }

            public interface IHandled
            {
                static VolumeCount.Scope.Controls.ControlResponse Handle() =>
                    VolumeCount.Scope.Controls.ControlResponse.Empty;
            """));
    }

    [Theory]
    [InlineData("\"\\\"\\\"\\\"\"")]
    [InlineData("\"\\\\\"")]
    [InlineData("\"{0}{{1}}$\"")]
    [InlineData("\"\\uD83D\"")]
    [InlineData("\"a\\uDC33\\0\\u0085\\u2029\\u00AD\\uFEFF\\r\\n\"")]
    [InlineData("\"</summary><![CDATA[ */ // #endif\"")]
    [InlineData("SampleNode.Long")]
    public void Label_OfAnyText_IsWrittenAsItIs(string label)
    {
        using var report = CompiledReport.Load(SampleSource.Node(
            $$"""
            [NodeId] public string Id { get; init; } = "";
                [Metadata(Label = {{label}}), Metric(Id = "metric", Label = {{label}})] public int Count { get; init; }
                public const string Long = "{{new string('<', 100_000)}}";
            }

            internal static class Data
            {
                public static SampleReport Report => new();
                public static string Label => {{label}};
            """));

        var json = JsonNode.Parse(report.Write())!;
        var expected = report.Data<string>("Label");

        Assert.Equal(
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(expected)),
            json["Container"]!["metadata_templates"]!["count"]!["label"]!.GetValue<string>());
    }

    [Fact]
    public void Class_WithoutAttribute_GetsNoContext()
    {
        Assert.Empty(GeneratorHarness.Generate("public class Report;"));
    }
}
