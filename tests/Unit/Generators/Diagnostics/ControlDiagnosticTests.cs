using System.Globalization;
using Microsoft.CodeAnalysis;
using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.Diagnostics;

public sealed class ControlDiagnosticTests
{
    private const string Handler = "public static ControlResponse Run() => ControlResponse.Empty;";
    private const string Hosts = "[Topology(ScopeTopology.Host)] public List<Host> Hosts => [];";
    private const string Containers = "[Topology(ScopeTopology.Container)] public List<Container> {|VOLC043:All|} => [];";

    [Theory]
    [InlineData("Id = {|VOLC003:\"\"|}")]
    [InlineData("Human = {|VOLC002:\" \"|}")]
    public void Argument_ThatIsEmpty_IsReported(string argument)
    {
        Diagnose($"[Control({argument}, Handler = nameof(Run))] public bool CanRun => true; {Handler}");
    }

    [Fact]
    public void Arguments_OfNull_AreTheDefaultOnes()
    {
        var result = Diagnose(
            "[Control(Id = null, Human = null, Icon = null, Confirmation = null, Handler = \"Run\")]"
            + "public bool CanRun => true;"
            + Handler);

        Assert.Contains(
            "\"id\":\"can_run\",\"human\":\"Can Run\"",
            GeneratorHarness.Sources(result).Values.Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Id_WhenGivenTwice_IsVolc004Alone()
    {
        Diagnose(
            $$"""
            [Control(Handler = nameof(Run))] public bool CanRun => true;
            [Control(Id = {|VOLC004:"can_run"|}, Handler = nameof(Walk))] public bool Other => true;
            {{Handler}}
            public static ControlResponse Walk() => ControlResponse.Empty;
            """);
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("a/b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a%b")]
    [InlineData("a+b")]
    [InlineData("a\\\\b")]
    [InlineData("a\\nb")]
    [InlineData("a ")]
    [InlineData(".")]
    [InlineData("..")]
    public void Id_ThatScopesPageLoses_IsVolc046(string id)
    {
        Diagnose($"[Control(Id = {{|VOLC046:\"{id}\"|}}, Handler = nameof(Run))] public bool CanRun => true; {Handler}");
    }

    [Theory]
    [InlineData("a-b_c.d:e@f g")]
    [InlineData("größer")]
    public void Id_ThatScopesPageSends_IsNoMistake(string id)
    {
        Diagnose($"[Control(Id = \"{id}\", Handler = nameof(Run))] public bool CanRun => true; {Handler}");
    }

    [Theory]
    [InlineData("int")]
    [InlineData("string")]
    [InlineData("bool[]")]
    public void Type_OtherThanBool_IsVolc039(string type)
    {
        Diagnose($"[Control(Handler = nameof(Run))] public {type} {{|VOLC039:CanRun|}} => default!; {Handler}");
    }

    [Fact]
    public void Type_OfNullableBool_IsNoMistake()
    {
        Diagnose($"[Control(Handler = nameof(Run))] public bool? CanRun => true; {Handler}");
    }

    [Theory]
    [InlineData("[Control] public bool {|VOLC040:CanRun|} => true;")]
    [InlineData("[Control(Handler = {|VOLC040:null|})] public bool CanRun => true;")]
    [InlineData("[Control(Handler = {|VOLC040:null!|})] public bool CanRun => true;")]
    [InlineData("[Control(Handler = {|VOLC040:\"\"|})] public bool CanRun => true;")]
    public void Handler_WhenNotNamed_IsVolc040(string property)
    {
        var result = Diagnose(property);

        Assert.Contains("names no method", Message(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Runn\"")]
    [InlineData("nameof(CanRun)")]
    [InlineData("\"get_CanRun\"")]
    [InlineData("\".ctor\"")]
    [InlineData("nameof(Nested)")]
    public void Handler_ThatIsNoMethodOfTheClass_IsVolc040(string handler)
    {
        var result = Diagnose(
            $$"""
            [Control(Handler = {|VOLC040:{{handler}}|})] public bool CanRun => true;
            {{Handler}}
            public class Nested;
            """);

        Assert.Contains("'SampleNode' has no method", Message(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public ControlResponse Run() => throw null!;", "it is not static")]
    [InlineData("public static ControlResponse Run<T>() => throw null!;", "it is generic")]
    [InlineData(
        "[Obsolete(\"Gone\", error: true)] public static ControlResponse Run() => throw null!;",
        "it is obsolete, and using it an error")]
    [InlineData("private static ControlResponse Run() => throw null!;", "it is private or protected")]
    [InlineData("protected static ControlResponse Run() => throw null!;", "it is private or protected")]
    [InlineData("public static ControlResponse Run(ref string a) => throw null!;", "'a' is passed by reference")]
    [InlineData("public static ControlResponse Run(out string a) => throw null!;", "'a' is passed by reference")]
    [InlineData("public static ControlResponse Run(in ControlRequest a) => throw null!;", "'a' is passed by reference")]
    [InlineData("public static ControlResponse Run(int a) => throw null!;", "'a' is a struct, which no service can be")]
    [InlineData(
        "public static ControlResponse Run(ReadOnlySpan<char> a) => throw null!;",
        "'a' is a struct, which no service can be")]
    [InlineData(
        "public static ControlResponse Run(int a = 1) => throw null!;", "'a' has a default value, and is not a service")]
    [InlineData(
        "public static ControlResponse Run(CancellationToken? a) => throw null!;",
        "'a' is a struct, which no service can be")]
    [InlineData(
        "public static ControlResponse Run(string a = \"b\") => throw null!;",
        "'a' has a default value, and is not a service")]
    [InlineData("public static ControlResponse Run(params string[] a) => throw null!;", "'a' is a params parameter")]
    [InlineData(
        "public static ControlResponse Run(params IEnumerable<string> a) => throw null!;", "'a' is a params parameter")]
    [InlineData("public static void Run() { }", "it returns 'void'")]
    [InlineData("public static Task Run() => throw null!;", "it returns 'Task'")]
    [InlineData("public static ValueTask Run() => throw null!;", "it returns 'ValueTask'")]
    [InlineData("public static Task<string> Run() => throw null!;", "it returns 'Task<string>'")]
    [InlineData("public static ControlResponse? Run() => throw null!;", "it returns 'ControlResponse?'")]
    [InlineData("public static Task<ControlResponse?> Run() => throw null!;", "it returns 'Task<ControlResponse?>'")]
    [InlineData("public static Task<ControlResponse>? Run() => throw null!;", "it returns 'Task<ControlResponse>?'")]
    [InlineData("public static ref ControlResponse Run() => throw null!;", "it returns a reference")]
    [InlineData(
        "public static ControlResponse Run() => throw null!; public static ControlResponse Run(int a) => throw null!;",
        "there are several of that name")]
    public void Handler_OfAnotherShape_IsVolc041(string methods, string reason)
    {
        var result = Diagnose($"[Control(Handler = {{|VOLC041:nameof(Run)|}})] public bool CanRun => true; {methods}");

        Assert.Contains(" because " + reason + ".", Message(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Handler_ThatIsVirtual_IsVolc041()
    {
        var node =
            """
            [NodeId] string Id { get; }
                [Control(Handler = {|VOLC041:nameof(Run)|})] bool CanRun { get; }
                static virtual ControlResponse Run() => ControlResponse.Empty;
            """;

        var result = GeneratorHarness.Diagnose(
            SampleSource.Node(node, "Host", "interface SampleNode"));

        Assert.Contains(" because it is virtual.", Message(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "internal static ControlResponse Run(ControlRequest r, CancellationToken c, IServiceProvider s) => throw null!;")]
    [InlineData("public static Task<ControlResponse> Run(string? service, ControlRequest? request) => throw null!;")]
    [InlineData(
        "public static async ValueTask<ControlResponse> Run(string[] a) => await Task.FromResult(ControlResponse.Empty);")]
    [InlineData("protected internal static ControlResponse Run(object o = null!) => throw null!;")]
    public void Handler_OfAShapeThatIsTaken_IsNoMistake(string method)
    {
        Diagnose($"[Control(Handler = nameof(Run))] public bool CanRun => true; {method}");
    }

    [Fact]
    public void Handler_InABaseClass_IsNoMistake()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node(
                Id + "[Control(Handler = nameof(Run))] public bool CanRun => true;", "Host", "class SampleNode : NodeBase"),
            $"using VolumeCount.Scope.Controls; public class NodeBase {{ {Handler} }}");
    }

    [Fact]
    public void Handler_ThatHidesOneOfABaseClass_IsNoMistake()
    {
        GeneratorHarness.Diagnose(
            SampleSource.Node(
                $"{Id} [Control(Handler = nameof(Run))] public bool CanRun => true; {Handler}",
                "Host",
                "class SampleNode : NodeBase")
                .Replace("public static ControlResponse", "public new static ControlResponse", StringComparison.Ordinal),
            $"using VolumeCount.Scope.Controls; public class NodeBase {{ {Handler} }}");
    }

    [Fact]
    public void Id_WithAnotherHandlerInAnotherTopology_IsVolc042()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}}
                {{Hosts}}
                [Topology(ScopeTopology.Pod)] public List<Pod> {|VOLC042:Pods|} => [];
            }

            public class Host { {{Id}} [Control(Handler = nameof(Run))] public bool CanRun => true; {{Handler}} }
            public class Pod { {{Id}} [Control(Handler = nameof(Run))] public bool CanRun => true; {{Handler}}
            """));
    }

    [Fact]
    public void Id_WithTheSameHandlerInAnotherTopology_IsNoMistake()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}}
                {{Hosts}}
                [Topology(ScopeTopology.Pod)] public List<Host> Pods => [];
            }

            public class Host { {{Id}} [Control(Handler = nameof(Run))] public bool CanRun => true; {{Handler}}
            """));
    }

    [Fact]
    public void Id_WithoutHandlerInAnotherTopology_IsVolc040Alone()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}}
                {{Hosts}}
                [Topology(ScopeTopology.Pod)] public List<Pod> Pods => [];
            }

            public class Host { {{Id}} [Control(Handler = nameof(Run))] public bool CanRun => true; {{Handler}} }
            public class Pod { {{Id}} [Control] public bool {|VOLC040:CanRun|} => true;
            """));
    }

    [Fact]
    public void Control_OnContainers_IsVolc043AndNoError()
    {
        var result = GeneratorHarness.Diagnose(SampleSource.Node(
            $"{Id} [Control(Handler = nameof(Run))] public bool {{|VOLC043:CanRun|}} => true; {Handler}"));

        Assert.Equal(DiagnosticSeverity.Warning, result.Diagnostics.Single().Severity);
        Assert.Contains("writer.Control(", GeneratorHarness.Sources(result).Values.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Control_ElsewhereWhereContainersAreReported_IsVolc043AtTheContainers(bool areContainersFirst)
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}}
                {{(areContainersFirst ? Containers + Hosts : Hosts + Containers)}}
            }

            public class Container { {{Id}} }
            public class Host { {{Id}} [Control(Handler = nameof(Run))] public bool CanRun => true; {{Handler}}
            """));
    }

    [Fact]
    public void Control_OnContainersAndHosts_IsVolc043OnceAtTheProperty()
    {
        GeneratorHarness.Diagnose(SampleSource.Report(
            $$"""
            {{Time}}
                {{Hosts}}
                [Topology(ScopeTopology.Container)] public List<Host> Containers => [];
            }

            public class Host { {{Id}} [Control(Handler = nameof(Run))] public bool {|VOLC043:CanRun|} => true; {{Handler}}
            """));
    }

    private static GeneratorRunResult Diagnose(string members) =>
        GeneratorHarness.DiagnoseNode(members, "Host");

    private static string Message(GeneratorRunResult result) =>
        result.Diagnostics.Single().GetMessage(CultureInfo.InvariantCulture);
}
