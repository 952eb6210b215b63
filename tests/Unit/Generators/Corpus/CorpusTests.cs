extern alias Generators;
using System.Globalization;
using System.Text.RegularExpressions;
using Generators::VolumeCount.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VolumeCount.Scope;

namespace VolumeCount.Tests.Unit.Generators.Corpus;

/// <summary>
/// Whatever the generator accepts compiles without an error or a warning in what is generated, whatever the version of C#
/// and the nullable context; and whatever it refuses still compiles.
/// </summary>
/// <remarks>The variable <c>CORPUS_SEED</c> chooses other classes, and <c>CORPUS_SIZE</c> another number of them.</remarks>
public sealed partial class CorpusTests
{
    private static readonly MetadataReference[] References =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(static path => Path.GetFileName(path).StartsWith("System", StringComparison.Ordinal)
                || Path.GetFileName(path).StartsWith("Microsoft.CSharp", StringComparison.Ordinal))
            .Append(typeof(PluginAttribute).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly int Seed = Variable("CORPUS_SEED", 20261130);
    private static readonly int Size = Variable("CORPUS_SIZE", 350);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(12, NullableContextOptions.Enable, true)]
    [InlineData(13, NullableContextOptions.Disable, false)]
    [InlineData(14, NullableContextOptions.Enable, true)]
    public void GeneratedCode_OfAnyReport_Compiles(int version, NullableContextOptions nullable, bool isClsCompliant)
    {
        var seed = Seed + version;
        var options = new CSharpParseOptions(version switch
        {
            12 => LanguageVersion.CSharp12,
            13 => LanguageVersion.CSharp13,
            _ => LanguageVersion.Preview,
        });
        var classes = new CorpusClasses(seed, version);
        var sources =
            Enumerable.Range(0, Size).Select(i => (Path: $"C{i:0000}.cs", Text: classes.Next($"C{i:0000}"))).ToDictionary();
        var library = Compile(
            "Library", NullableContextOptions.Enable, References, [Parse("Library.cs", CorpusSupport.Library, options)]);
        var compilation = Compile(
            "Corpus",
            nullable,
            [.. References, library.ToMetadataReference()],
            [
                .. sources.Select(source => Parse(source.Key, source.Value, options)),
                Parse("Support.cs", CorpusSupport.Source, options),
                Parse("Support13.cs", version >= 13 ? CorpusSupport.Source13 : "", options),
                Parse("Assembly.cs", isClsCompliant ? "[assembly: System.CLSCompliant(true)]" : "", options),
            ]);
        var driver = CSharpGeneratorDriver.Create([new ReportGenerator().AsSourceGenerator()], parseOptions: options);

        var result = driver.RunGenerators(compilation, Token).GetRunResult().Results.Single();

        Assert.Null(result.Exception);

        // The pragma is for consumers' analyzers, and must not hide what the compiler has to say.
        var generated = result.GeneratedSources
            .Select(source => Parse(source.HintName, Pragma().Replace(source.SourceText.ToString(), ""), options))
            .ToArray();
        var diagnostics = compilation.AddSyntaxTrees(generated).GetDiagnostics(Token);
        var faults = diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
                && (generated.Contains(diagnostic.Location.SourceTree)
                    ? !IsOfTheAuthor(diagnostic)
                    // The class that is drawn may be an obsolete one named `dynamic`, a word that its own properties use.
                    : diagnostic is { Severity: DiagnosticSeverity.Error, Id: not "CS0619" }))
            .Select(diagnostic => (Place: diagnostic.Location.SourceTree?.FilePath ?? "", Text: Describe(diagnostic)))
            .GroupBy(static fault => fault.Place.Split('.', 2)[0])
            .ToList();
        var details = faults.Take(5).Select(group =>
            string.Join("\n", group.Select(static fault => fault.Text).Distinct())
            + "\n" + sources.GetValueOrDefault(group.Key + ".cs"));
        Assert.True(faults.Count == 0, $"Seed {seed}, {faults.Count} of {Size}:\n{string.Join("\n\n", details)}");

        var refused = result.Diagnostics
            .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
            .Select(static diagnostic => diagnostic.Location.GetLineSpan().Path)
            .Distinct()
            .Count();
        Assert.InRange(refused, Size / 20, Size / 2);
    }

    private static CSharpCompilation Compile(
        string name,
        NullableContextOptions nullable,
        IEnumerable<MetadataReference> references,
        IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create(name, trees, references, new(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            warningLevel: 9999,
            nullableContextOptions: nullable));

    private static SyntaxTree Parse(string path, string text, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(text, options, path, cancellationToken: Token);

    // What an author marks as obsolete, experimental or not compliant gives these wherever it is used.
    private static bool IsOfTheAuthor(Diagnostic diagnostic) => OfTheAuthor().IsMatch(diagnostic.Id);

    private static string Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var line = diagnostic.Location.SourceTree?.GetText(Token).Lines[place.StartLinePosition.Line].ToString().Trim();

        return $"{place.Path}: {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n    {line}";
    }

    private static int Variable(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;

    [GeneratedRegex("^#pragma warning disable.*$", RegexOptions.Multiline)]
    private static partial Regex Pragma();

    [GeneratedRegex("^(CS0612|CS0618|CS300[1-9]|OBS.|EXP.)$")]
    private static partial Regex OfTheAuthor();
}
