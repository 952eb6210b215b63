extern alias Generators;
using System.Globalization;
using Generators::VolumeCount.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VolumeCount.Scope;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>Runs the generator over source text, and holds each run to what must be true of all of them.</summary>
internal static class GeneratorHarness
{
    // C# 14 is a preview to this version of the compiler.
    private static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);

    private static readonly MetadataReference[] References =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Append(typeof(PluginAttribute).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Compiles each of <paramref name="sources"/> as a file of its own.</summary>
    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Sample",
        sources.Select(static (source, i) => Parse(source, $"Source{i}.cs")),
        References,
        CompilationOptions);

    /// <summary>Parses one source file.</summary>
    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path, cancellationToken: Token);

    /// <summary>A generator that remembers what its steps did.</summary>
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ReportGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What is generated from sources in which nothing is wrong, by hint name.</summary>
    public static IReadOnlyDictionary<string, string> Generate(params string[] sources)
    {
        var result = Run(Compile(sources));

        Assert.Empty(result.Diagnostics);
        return Sources(result);
    }

    /// <summary>Compiles sources in which nothing is wrong, with what is generated from them.</summary>
    public static (IReadOnlyDictionary<string, string> Sources, byte[] Assembly) Build(params string[] sources)
    {
        var result = Run(Compile(sources), out var output);
        using var assembly = new MemoryStream();

        Assert.Empty(result.Diagnostics);
        Assert.True(output.Emit(assembly, cancellationToken: Token).Success);
        return (Sources(result), assembly.ToArray());
    }

    /// <summary>Runs over a source with marked mistakes: those are reported, at their marks, and no others.</summary>
    public static GeneratorRunResult Diagnose(string markedSource, params string[] otherSources)
    {
        var markup = Markup.Parse(markedSource);
        string[] sources = [markup.Source, .. otherSources];
        var result = Run(Compile(sources));
        var actual = result.Diagnostics.Select(diagnostic => Covered(diagnostic, sources));

        Assert.Equal(markup.Expected.OrderBy(static d => d.Position), actual.OrderBy(static d => d.Position));
        return result;
    }

    /// <summary>The same for the members of a class of nodes, which has an id already.</summary>
    public static GeneratorRunResult DiagnoseNode(string markedMembers, string topology = "Container") =>
        Diagnose(SampleSource.Node(SampleSource.Id + markedMembers, topology));

    /// <summary>What was generated, by hint name.</summary>
    public static IReadOnlyDictionary<string, string> Sources(GeneratorRunResult result) => result.GeneratedSources
        .ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());

    /// <summary>
    /// Runs over a compilation, with diagnostics or without, and holds the run to what must be true of all.
    /// </summary>
    public static GeneratorRunResult Run(CSharpCompilation compilation) => Run(compilation, out _);

    /// <summary>Runs over a compilation that is right to the compiler, as is what comes of it.</summary>
    public static GeneratorRunResult Run(CSharpCompilation compilation, out Compilation output)
    {
        var result = RunOverErrors(compilation, out output);

        Assert.Empty(output.GetDiagnostics(Token).Where(diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning && !IsUndocumentedSample(diagnostic, compilation)));
        return result;
    }

    /// <summary>Runs over a compilation, of which the compiler may say anything.</summary>
    public static GeneratorRunResult RunOverErrors(CSharpCompilation compilation, out Compilation output)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out output, out _, Token);
        var result = driver.GetRunResult().Results.Single();

        Assert.Null(result.Exception);
        ObjectGraph.AssertHoldsNoCompilation(result);

        var again = driver.RunGenerators(compilation.Clone(), Token).GetRunResult().Results.Single();
        AssertNothingChanged(again);

        return result;
    }

    // The samples need no documentation comments; what is generated does.
    private static bool IsUndocumentedSample(Diagnostic diagnostic, CSharpCompilation compilation) =>
        diagnostic.Id is "CS1591" && diagnostic.Location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree);

    private static void AssertNothingChanged(GeneratorRunResult result)
    {
        var reasons = TrackedSteps.Of(result).Values.SelectMany(static reasons => reasons);

        Assert.All(reasons, static reason =>
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }

    private static ReportedDiagnostic Covered(Diagnostic diagnostic, string[] sources)
    {
        var path = diagnostic.Location.GetLineSpan().Path;
        var source = sources.Where((_, i) => path == $"Source{i}.cs").Single();
        var span = diagnostic.Location.SourceSpan;

        // A brace is an argument that the message did not get.
        Assert.DoesNotContain('{', diagnostic.GetMessage(CultureInfo.InvariantCulture));
        return new(diagnostic.Id, span.Start, source.Substring(span.Start, span.Length));
    }
}
