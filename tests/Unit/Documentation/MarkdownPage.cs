using VolumeCount.Tests.Unit.Generators.Harness;

namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>Reads the blocks of code in the documentation.</summary>
internal static class MarkdownPage
{
    private const string Fence = "```";

    /// <summary>The blocks of the page at <paramref name="path"/> in the repository.</summary>
    public static IReadOnlyList<MarkdownBlock> Read(string path) =>
        Parse(path, File.ReadAllLines(Path.Combine(Repository.Root, path)));

    /// <summary>The blocks in <paramref name="lines"/>.</summary>
    public static IReadOnlyList<MarkdownBlock> Parse(string page, IReadOnlyList<string> lines)
    {
        var blocks = new List<MarkdownBlock>();
        var (heading, paragraph) = ("", new List<string>());
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                var begin = i + 1;
                var indentation = lines[i].Length - lines[i].TrimStart().Length;
                var text = lines.Skip(begin).TakeWhile(static line => line.Trim() != Fence).ToList();
                i = begin + text.Count;
                blocks.Add(new(
                    page,
                    heading,
                    string.Join(' ', paragraph),
                    begin + 1,
                    line[Fence.Length..].Trim(),
                    string.Join('\n', text.Select(line => line[Math.Min(indentation, line.Length)..]))));
            }
            else if (line.StartsWith('#'))
            {
                (heading, paragraph) = (line.TrimStart('#').Trim(), []);
            }
            else if (line.Length > 0)
            {
                // A blank line before it begins a new paragraph.
                if (i > 0 && string.IsNullOrWhiteSpace(lines[i - 1]))
                    paragraph = [];
                paragraph.Add(line);
            }
        }

        return blocks;
    }
}
