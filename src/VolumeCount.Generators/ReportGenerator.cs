using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Plugin;
using VolumeCount.Generators.Symbols;

namespace VolumeCount.Generators;

/// <summary>Generates a <c>JsonSerializerContext</c> for each class, record or struct marked <c>[Plugin]</c>.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class ReportGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var results = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.Plugin,
                static (node, _) => node is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax,
                static (context, cancellationToken) => ReportParser.Parse(context, cancellationToken))
            .WithTrackingName(TrackingNames.Parse);

        // Separate from the models, so that an edit that only moves a fault to another line emits nothing again.
        var diagnostics = results
            .SelectMany(static (result, _) => result.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        var clashes = results
            .SelectMany(static (result, _) => result.Reports.Select(report => (Report: report, result.Location)))
            .Collect()
            .Select(static (reports, _) => ContextClash.Find(reports))
            .WithTrackingName(TrackingNames.Clashes);
        var clashing =
            clashes.Select(static (clashes, _) => clashes.Select(static clash => clash.TypeName).ToEquatableArray());

        var reports = results
            .SelectMany(static (result, _) => result.Reports)
            .Combine(clashing)
            .Where(static pair => !pair.Right.Contains(pair.Left.TypeName))
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName(TrackingNames.Reports);

        RegisterDiagnostics(context, diagnostics);
        RegisterDiagnostics(
            context, clashes.SelectMany(static (clashes, _) => clashes.Select(static clash => clash.Diagnostic)));
        RegisterSuspects(context, results);
        context.RegisterSourceOutput(
            reports,
            static (context, report) => context.AddSource(report.HintName, ReportEmitter.Emit(report)));
    }

    private static void RegisterDiagnostics(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<DiagnosticInfo> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics, static (context, diagnostic) => context.ReportDiagnostic(diagnostic.ToDiagnostic()));

    private static void RegisterSuspects(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParseResult> results)
    {
        var read = results
            .Select(static (result, _) => result.Read)
            .Collect()
            .Select(static (read, _) => read.SelectMany(static keys => keys).Distinct().ToEquatableArray());

        RegisterDiagnostics(
            context,
            context.SyntaxProvider
                .CreateSyntaxProvider(
                    static (node, _) => SuspectAttribute.IsCandidate(node),
                    static (context, cancellationToken) => SuspectAttribute.Find(context, cancellationToken))
                .SelectMany(static (suspects, _) => suspects)
                .Collect()
                .Combine(read)
                .SelectMany(static (pair, _) => Resolve(pair.Left, [.. pair.Right]))
                .WithTrackingName(TrackingNames.Strays));
    }

    private static IEnumerable<DiagnosticInfo> Resolve(ImmutableArray<SuspectAttribute> suspects, HashSet<string> read) =>
        suspects.Select(suspect => suspect.Resolve(read)).OfType<DiagnosticInfo>();
}
