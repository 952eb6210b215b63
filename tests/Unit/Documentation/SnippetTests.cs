using System.Text.Json.Nodes;
using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>The C# and the JSON of the documentation are what the compiler and the generated code say.</summary>
public sealed class SnippetTests
{
    private static readonly MarkdownBlock[] Blocks =
        [.. MarkdownPage.Read("docs/attributes.md")];

    public static TheoryData<string> Places =>
        [.. Blocks.Where(static block => block.Language == "csharp").Select(static block => block.ToString())];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Snippet_CompilesWithoutAWarningAndWritesTheJsonBehindIt(string place)
    {
        var index = Array.FindIndex(Blocks, block => block.ToString() == place);
        var types = Blocks[..index]
            .Where(static block => block.Language == "csharp")
            .Select(static block => block.Text)
            .LastOrDefault("");
        var snippet = new Snippet(Blocks[index].Text, types);
        var next = Blocks.ElementAtOrDefault(index + 1);
        await SdkAnalyzers.OfTemplate.AssertNothingFoundAsync(snippet.Compile());
        // What only declares is for the statements behind it.
        if (snippet.IsTypes && next?.Language == "csharp")
            return;

        Assert.Equal("json", next?.Language);
        Assert.Equal(JsonNode.Parse(next!.Text)!.ToJsonString(), snippet.Run()?.ToJsonString());
    }
}
