namespace VolumeCount.Tests.Unit.Documentation;

public sealed class MarkdownPageTests
{
    private const string Page =
        """
        # Title

        Not this paragraph.

        This one, which
        has two lines:

        ```csharp
        var a = 1;

        var b = 2;
        ```

        ## Second

        1. In a list:

           ```diff
            {
           +    c
           ```
        """;

    [Fact]
    public void Blocks_HaveTheirTextAndLanguage()
    {
        var blocks = MarkdownPage.Parse("page.md", Page.Split('\n'));

        Assert.Equal(["csharp", "diff"], blocks.Select(static block => block.Language));
        Assert.Equal(["var a = 1;\n\nvar b = 2;", " {\n+    c"], blocks.Select(static block => block.Text));
    }

    [Fact]
    public void Blocks_KnowWhereTheyAre()
    {
        var blocks = MarkdownPage.Parse("page.md", Page.Split('\n'));

        Assert.Equal(["page.md:9", "page.md:19"], blocks.Select(static block => block.ToString()));
        Assert.Equal(["Title", "Second"], blocks.Select(static block => block.Heading));
        Assert.Equal(["This one, which has two lines:", "1. In a list:"], blocks.Select(static block => block.Introduction));
    }
}
