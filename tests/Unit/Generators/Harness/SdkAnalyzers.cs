using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>
/// Runs the analyzers of the .NET SDK (CA…) over a compilation, with the severities of a project. Those of code style
/// (IDE…) need a newer compiler than the tests have.
/// </summary>
/// <param name="level">The project's level of analysis, such as <c>10_recommended</c>.</param>
/// <param name="editorConfig">The path of the project's <c>.editorconfig</c> in the repository.</param>
internal sealed partial class SdkAnalyzers(string level, string editorConfig)
{
    // The SDK with which the tests were built.
    private static readonly string Folder = typeof(SdkAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == nameof(SdkAnalyzers)).Value!;

    private static readonly Dictionary<string, ReportDiagnostic> Words = new()
    {
        ["error"] = ReportDiagnostic.Error,
        ["warning"] = ReportDiagnostic.Warn,
        ["suggestion"] = ReportDiagnostic.Info,
        ["silent"] = ReportDiagnostic.Hidden,
        ["none"] = ReportDiagnostic.Suppress,
    };

    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> Analyzers = new(static () =>
    [
        .. Directory.EnumerateFiles(Folder, "*.NetAnalyzers.dll")
            .SelectMany(static path => new AnalyzerFileReference(path, new Loader()).GetAnalyzers(LanguageNames.CSharp)),
    ]);

    /// <summary>The analyzers of a build of this repository.</summary>
    public static SdkAnalyzers OfRepository { get; } = new("10_recommended", ".editorconfig");

    /// <summary>The analyzers of a build of a plugin that is made from the template.</summary>
    public static SdkAnalyzers OfTemplate { get; } = new("10_default", "templates/scope-plugin/.editorconfig");

    /// <summary>Fails if an analyzer finds something that would be a warning in a build.</summary>
    public async Task AssertNothingFoundAsync(Compilation compilation)
    {
        var token = TestContext.Current.CancellationToken;
        var options = compilation.Options.WithSpecificDiagnosticOptions(Severities());
        var found = await compilation.WithOptions(options)
            .WithAnalyzers(Analyzers.Value)
            .GetAnalyzerDiagnosticsAsync(token);

        Assert.Empty(found.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    private Dictionary<string, ReportDiagnostic> Severities()
    {
        string[] files =
        [
            Path.Combine(Folder, $"build/config/analysislevel_{level}.globalconfig"),
            Path.Combine(Repository.Root, editorConfig),
        ];
        var severities = new Dictionary<string, ReportDiagnostic>();
        foreach (var setting in files.SelectMany(File.ReadLines).Select(static line => Setting.Match(line)))
        {
            if (setting.Success)
                severities[setting.Groups[1].Value] = Words[setting.Groups[2].Value];
        }

        return severities;
    }

    [GeneratedRegex(@"^dotnet_diagnostic\.(\w+)\.severity\s*=\s*(\w+)")]
    private static partial Regex Setting { get; }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
