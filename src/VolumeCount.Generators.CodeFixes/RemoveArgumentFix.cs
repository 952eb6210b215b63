using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VolumeCount.Generators.CodeFixes;

/// <summary>
/// Removes an argument whose default is right: an empty label, id or prefix, or an infinite end of a range.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgumentFix)), Shared]
public sealed class RemoveArgumentFix() : SyntaxCodeFix<AttributeSyntax>("VOLC002", "VOLC003", "VOLC024", "VOLC035")
{
    private protected override (string Title, SyntaxNode Replacement)? Fix(AttributeSyntax node, SyntaxNode found)
    {
        // A plugin's label is required.
        if (found.FirstAncestorOrSelf<AttributeArgumentSyntax>()
                is not { NameEquals.Name.Identifier.ValueText: var name } argument
            || node.ArgumentList is not { } list
            || node.Name.ToString().EndsWith("Plugin", StringComparison.Ordinal))
        {
            return null;
        }

        var arguments = list.Arguments.Remove(argument);

        return (
            $"Remove {name}, to use the default",
            node.WithArgumentList(arguments.Count == 0 ? null : list.WithArguments(arguments)));
    }
}
