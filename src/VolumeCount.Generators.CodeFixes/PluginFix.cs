using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using VolumeCount.Generators.Symbols;

namespace VolumeCount.Generators.CodeFixes;

/// <summary>Marks the class of a <c>[ReportTime]</c> or a <c>[Topology]</c> with <c>[Plugin]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PluginFix)), Shared]
public sealed class PluginFix() : SyntaxCodeFix<TypeDeclarationSyntax>("VOLC047")
{
    private protected override (string Title, SyntaxNode Replacement)? Fix(TypeDeclarationSyntax node, SyntaxNode found)
    {
        var attribute = found.FirstAncestorOrSelf<AttributeSyntax>()?.Name.ToString() ?? "";
        if (node is InterfaceDeclarationSyntax || !(attribute.EndsWith("ReportTime", StringComparison.Ordinal)
            || attribute.EndsWith("Topology", StringComparison.Ordinal)))
        {
            return null;
        }

        var name = node.Identifier.ValueText;
        var words = name.EndsWith("Report", StringComparison.Ordinal) && name.Length > "Report".Length
            ? name.Substring(0, name.Length - "Report".Length)
            : name;
        var arguments = $"(\"{Words.ToSnakeCase(words).Replace('_', '-')}\", Label = \"{Words.ToLabel(words)}\")";
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(
                SyntaxFactory.ParseName("Plugin"), SyntaxFactory.ParseAttributeArgumentList(arguments))))
            .WithLeadingTrivia(node.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        var marked = node.WithLeadingTrivia();

        return ("Mark the class with [Plugin]", marked.WithAttributeLists(marked.AttributeLists.Insert(0, list)));
    }
}
