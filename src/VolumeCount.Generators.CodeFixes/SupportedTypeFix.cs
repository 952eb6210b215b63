using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VolumeCount.Generators.CodeFixes;

/// <summary>Makes a <c>DateTimeOffset</c> of a <c>DateTime</c>, and a <c>string</c> of a <c>Guid</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SupportedTypeFix)), Shared]
public sealed class SupportedTypeFix() : SyntaxCodeFix<PropertyDeclarationSyntax>("VOLC005", "VOLC008", "VOLC011", "VOLC028")
{
    private protected override (string Title, SyntaxNode Replacement)? Fix(PropertyDeclarationSyntax node, SyntaxNode found)
    {
        var isNullable = node.Type is NullableTypeSyntax;
        var type = node.Type is NullableTypeSyntax nullable ? nullable.ElementType : node.Type;

        return (type is QualifiedNameSyntax qualified ? qualified.Right : type) switch
        {
            IdentifierNameSyntax { Identifier.ValueText: "DateTime" } =>
                ("Change the type to DateTimeOffset", Typed("DateTimeOffset")),
            IdentifierNameSyntax { Identifier.ValueText: "Guid" } =>
                ("Change the type to string", WithText(Typed("string"), isNullable)),
            _ => null,
        };

        PropertyDeclarationSyntax Typed(string name) =>
            node.WithType(SyntaxFactory.ParseTypeName(name + (isNullable ? "?" : "")).WithTriviaFrom(node.Type));
    }

    private static PropertyDeclarationSyntax WithText(PropertyDeclarationSyntax property, bool isNullable)
    {
        if (property.ExpressionBody is not { Expression: { } value } body)
            return property;

        var operand = value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            ? value
            : SyntaxFactory.ParenthesizedExpression(value);
        var text = SyntaxFactory.ParseExpression($"{operand}{(isNullable ? "?" : "")}.ToString()");

        return property.WithExpressionBody(body.WithExpression(text.WithTriviaFrom(value)));
    }
}
