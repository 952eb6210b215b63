namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>A block of code in a page of the documentation.</summary>
/// <param name="Page">The page's path in the repository.</param>
/// <param name="Heading">The heading that the block is under.</param>
/// <param name="Introduction">The paragraph before the block.</param>
/// <param name="Line">The line that the block's text begins in.</param>
/// <param name="Language">The block's language, such as <c>csharp</c>; empty if it names none.</param>
/// <param name="Text">The block's text, without the indentation that all of it has.</param>
internal sealed record MarkdownBlock(
    string Page, string Heading, string Introduction, int Line, string Language, string Text)
{
    /// <summary>Where the block is, as tools print it.</summary>
    public override string ToString() => $"{Page}:{Line}";
}
