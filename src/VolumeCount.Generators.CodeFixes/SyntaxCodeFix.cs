using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace VolumeCount.Generators.CodeFixes;

/// <summary>A code fix that replaces one node of the syntax.</summary>
/// <typeparam name="TNode">The kind of the node, which is at the diagnostic or around it.</typeparam>
/// <param name="ids">The diagnostics that it fixes.</param>
public abstract class SyntaxCodeFix<TNode>(params string[] ids) : CodeFixProvider
    where TNode : SyntaxNode
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var found = root?.FindNode(context.Span, getInnermostNodeForTie: true);
        if (found?.FirstAncestorOrSelf<TNode>() is not { } node || Fix(node, found) is not var (title, replacement))
            return;

        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root!.ReplaceNode(node, replacement))),
                equivalenceKey: title),
            context.Diagnostics);
    }

    /// <summary>
    /// What the fix does, and the node that replaces <paramref name="node"/>; null if it cannot be fixed so.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="found">The node in it that the diagnostic is at.</param>
    private protected abstract (string Title, SyntaxNode Replacement)? Fix(TNode node, SyntaxNode found);
}
