using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VolumeCount.Generators.CodeFixes;

/// <summary>Makes a property that is private, as it is without a modifier, or protected, internal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccessibilityFix)), Shared]
public sealed class AccessibilityFix() : SyntaxCodeFix<PropertyDeclarationSyntax>("VOLC016")
{
    private static readonly SyntaxKind[] Hidden = [SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword];

    private protected override (string Title, SyntaxNode Replacement)? Fix(PropertyDeclarationSyntax node, SyntaxNode found)
    {
        // These have another fault.
        if (node.Modifiers.Any(SyntaxKind.StaticKeyword)
            || node.Modifiers.Any(SyntaxKind.PublicKeyword)
            || node.Modifiers.Any(SyntaxKind.InternalKeyword)
            || node.ExplicitInterfaceSpecifier is not null)
        {
            return null;
        }

        var trivia = node.Modifiers.Count > 0 ? node.Modifiers[0].LeadingTrivia : node.Type.GetLeadingTrivia();
        var others = node.Modifiers.Where(static modifier => !Hidden.Contains(modifier.Kind()));
        var modifier = SyntaxFactory.Token(
            trivia, SyntaxKind.InternalKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        var type = node.Modifiers.Count > 0 ? node.Type : node.Type.WithLeadingTrivia();

        return ("Make the property internal",
            node.WithType(type).WithModifiers(SyntaxFactory.TokenList([modifier, .. others])));
    }
}
