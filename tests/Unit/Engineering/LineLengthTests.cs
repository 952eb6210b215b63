using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Engineering;

/// <summary>
/// The longest line that <c>.editorconfig</c> allows, which no analyzer checks. The lines of a raw string literal are those
/// of its text, and not counted.
/// </summary>
public sealed class LineLengthTests
{
    private const int MaxLength = 125;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    [InlineData("templates")]
    [InlineData("tests")]
    public void Lines_OfCode_AreNotTooLong(string folder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Repository.Root, file))
            .Where(static file => !file.Split('/').Any(static part => part is "bin" or "obj"))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(LongLines));
    }

    private static IEnumerable<string> LongLines(string file)
    {
        var text = SourceText.From(File.ReadAllText(Path.Combine(Repository.Root, file)));
        var lines = text.Lines.Where(static line => line.Span.Length > MaxLength).ToList();
        if (lines.Count == 0)
            return [];

        var rawStrings = CSharpSyntaxTree.ParseText(text, cancellationToken: Token).GetRoot(Token).DescendantNodes()
            .Where(static node => node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
                && node.ToString().TrimStart('$').StartsWith("\"\"\"", StringComparison.Ordinal))
            .ToList();

        return lines
            .Where(line => !rawStrings.Any(literal => literal.Span.IntersectsWith(line.Span)))
            .Select(line => $"{file}:{line.LineNumber + 1}");
    }
}
