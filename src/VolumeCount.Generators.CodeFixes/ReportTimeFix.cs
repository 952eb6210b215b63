using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace VolumeCount.Generators.CodeFixes;

/// <summary>Adds the time to a report that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReportTimeFix)), Shared]
public sealed class ReportTimeFix() : SyntaxCodeFix<TypeDeclarationSyntax>("VOLC009")
{
    private const string Property = "[ReportTime] public required System.DateTimeOffset Time { get; init; }";

    private protected override (string Title, SyntaxNode Replacement)? Fix(TypeDeclarationSyntax node, SyntaxNode found)
    {
        var hasTime = node.Members.OfType<PropertyDeclarationSyntax>()
            .Any(static property => property.Identifier.ValueText is "Time");
        if (hasTime || node.OpenBraceToken.IsMissing || !node.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken))
            return null;

        var property = SyntaxFactory.ParseMemberDeclaration(Property)!.WithAdditionalAnnotations(Formatter.Annotation);

        return ("Add a property with the time of the report", node.WithMembers(node.Members.Insert(0, property)));
    }
}
