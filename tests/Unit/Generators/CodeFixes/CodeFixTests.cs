using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using VolumeCount.Generators.CodeFixes;
using VolumeCount.Tests.Unit.Generators.Harness;
using static VolumeCount.Tests.Unit.Generators.Harness.SampleSource;

namespace VolumeCount.Tests.Unit.Generators.CodeFixes;

/// <summary>What an editor offers for a diagnostic leaves a source without one.</summary>
public sealed class CodeFixTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> NodeFixes => new()
    {
        {
            "[Metadata(Label = \"\")] public int Count => 1;", "[Metadata] public int Count => 1;",
            "Remove Label, to use the default"
        },
        {
            "[Metadata(Priority = 2, Id = \"\")] public int Count => 1;", "[Metadata(Priority = 2)] public int Count => 1;",
            "Remove Id, to use the default"
        },
        {
            "[Table(Prefix = \" \")] public Dictionary<string, int> Rows => [];",
            "[Table] public Dictionary<string, int> Rows => [];",
            "Remove Prefix, to use the default"
        },
        {
            "[Metric(Min = 0, Max = double.NaN)] public int Load => 1;", "[Metric(Min = 0)] public int Load => 1;",
            "Remove Max, to use the default"
        },
        {
            "[Metadata] public DateTime Since { get; init; }", "[Metadata] public DateTimeOffset Since { get; init; }",
            "Change the type to DateTimeOffset"
        },
        {
            "[Metadata] public System.DateTime? Since => null;", "[Metadata] public DateTimeOffset? Since => null;",
            "Change the type to DateTimeOffset"
        },
        {
            "[Metadata] public Guid Key { get; init; } = default!;",
            "[Metadata] public string Key { get; init; } = default!;",
            "Change the type to string"
        },
        {
            "[Metadata] public Guid Key => Guid.Empty;", "[Metadata] public string Key => Guid.Empty.ToString();",
            "Change the type to string"
        },
        {
            "[Metadata] public Guid? Key => (Guid?)null;", "[Metadata] public string? Key => ((Guid?)null)?.ToString();",
            "Change the type to string"
        },
        { "[Metadata] int Count => 1;", "[Metadata] internal int Count => 1;", "Make the property internal" },
        { "[Metadata]\n private int Count => 1;", "[Metadata]\n internal int Count => 1;", "Make the property internal" },
        {
            "[Metadata] protected virtual int Count => 1;", "[Metadata] internal virtual int Count => 1;",
            "Make the property internal"
        },
    };

    [Theory]
    [MemberData(nameof(NodeFixes))]
    public async Task Fix_OfANode_LeavesNoDiagnostic(string members, string expected, string title)
    {
        var (actualTitle, actual) = await FixAsync(SampleSource.Node($"{Id} {members}"));

        Assert.Equal(title, actualTitle);
        Assert.Equal(SampleSource.Node($"{Id} {expected}"), actual);
        Assert.Empty(Diagnose(actual));
    }

    [Fact]
    public async Task Fix_OfAReportWithoutATime_AddsIt()
    {
        var (title, actual) = await FixAsync(
            "using VolumeCount.Scope;\n\n[Plugin(\"sample\", Label = \"Sample\")]\npublic class SampleReport\n{\n}\n");

        Assert.Equal("Add a property with the time of the report", title);
        Assert.Equal(
            "using VolumeCount.Scope;\n\n[Plugin(\"sample\", Label = \"Sample\")]\npublic class SampleReport\n{\n"
            + "    [ReportTime] public required System.DateTimeOffset Time { get; init; }\n}\n",
            actual.ReplaceLineEndings("\n"));
        Assert.Empty(Diagnose(actual));
    }

    [Fact]
    public async Task Fix_OfAClassThatLacksPlugin_MarksIt()
    {
        var (title, actual) = await FixAsync(
            "using VolumeCount.Scope;\n\n/// <summary>A report.</summary>\npublic class HostLoadReport\n{\n"
            + "    [ReportTime] public System.DateTimeOffset Time => default;\n}\n");

        Assert.Equal("Mark the class with [Plugin]", title);
        Assert.Equal(
            "using VolumeCount.Scope;\n\n/// <summary>A report.</summary>\n[Plugin(\"host-load\", Label = \"Host Load\")]\n"
            + "public class HostLoadReport\n{\n    [ReportTime] public System.DateTimeOffset Time => default;\n}\n",
            actual.ReplaceLineEndings("\n"));
        Assert.Empty(Diagnose(actual));
    }

    [Theory]
    [InlineData("[Metadata] public object Value => 1;")]
    [InlineData("[Metadata] public static int Value => 1;")]
    [InlineData("[Metadata] public int Value { private get => 1; set { } }")]
    [InlineData("[Column] public int Value => 1;")]
    public async Task Diagnostic_WithoutASimpleFix_HasNone(string members) =>
        Assert.Equal(("", ""), await FixAsync(SampleSource.Node($"{Id} {members}")));

    [Fact]
    public async Task LabelOfAPlugin_IsNotRemoved() => Assert.Equal(
        ("", ""),
        await FixAsync(
            SampleSource.Report(SampleSource.Time).Replace("Label = \"Sample\"", "Label = \"\"", StringComparison.Ordinal)));

    /// <summary>
    /// Applies the fix of the only diagnostic, and returns its title and the new source; empty without a fix.
    /// </summary>
    private static async Task<(string Title, string Source)> FixAsync(string source)
    {
        var diagnostic = Diagnose(source)[0];
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Sample", LanguageNames.CSharp).AddDocument("Source0.cs", source);
        var actions = new List<CodeAction>();
        var providers = typeof(PluginFix).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
            .Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id));
        foreach (var provider in providers)
        {
            await provider.RegisterCodeFixesAsync(new(
                document, diagnostic.Location.SourceSpan, [diagnostic], (action, _) => actions.Add(action), Token));
        }

        if (actions.Count == 0)
            return ("", "");

        var operations = await Assert.Single(actions).GetOperationsAsync(Token);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        var text = await (await Formatter.FormatAsync(changed, Formatter.Annotation, cancellationToken: Token)).GetTextAsync(
            Token);

        return (actions[0].Title, text.ToString());
    }

    private static ImmutableArray<Diagnostic> Diagnose(string source) =>
        GeneratorHarness.RunOverErrors(GeneratorHarness.Compile(source), out _).Diagnostics;
}
