using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VolumeCount.Generators.Emission;
using VolumeCount.Generators.Parsing;

namespace VolumeCount.Generators;

/// <summary>Writes a <c>JsonSerializerContext</c> for every class, record or struct that is marked <c>[Plugin]</c>.</summary>
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

        // Apart from the models: an edit that only moves a mistake to another line must not emit again.
        var diagnostics = results
            .SelectMany(static (result, _) => result.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        var reports = results
            .SelectMany(static (result, _) => result.Reports)
            .WithTrackingName(TrackingNames.Reports);

        context.RegisterSourceOutput(
            diagnostics,
            static (context, diagnostic) => context.ReportDiagnostic(diagnostic.ToDiagnostic()));
        foreach (var name in new[] { AttributeNames.ReportTime, AttributeNames.Topology })
            RegisterStrays(context, name);
        context.RegisterSourceOutput(
            reports,
            static (context, report) => context.AddSource(report.HintName, ReportEmitter.Emit(report)));
    }

    private static void RegisterStrays(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.RegisterSourceOutput(
            context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    attribute,
                    static (node, _) => node is PropertyDeclarationSyntax,
                    static (context, cancellationToken) => Misplacement.FindStray(context, cancellationToken))
                .SelectMany(static (diagnostics, _) => diagnostics)
                .WithTrackingName(TrackingNames.Strays),
            static (context, diagnostic) => context.ReportDiagnostic(diagnostic.ToDiagnostic()));
}
