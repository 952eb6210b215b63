using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VolumeCount.Tests.Unit.Documentation;

/// <summary>
/// A change of a source file that a page shows: a <c>diff</c> block behind a paragraph that names the file.
/// </summary>
internal static partial class PageChange
{
    /// <summary>
    /// What a project has beside its files: implicit usings, a version, and the platform that the kit's package sets.
    /// </summary>
    public const string ProjectSource =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        [assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
        [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]
        """;

    /// <summary>The blocks under a heading of a page.</summary>
    public static MarkdownBlock[] Blocks(string page, string heading) =>
        [.. MarkdownPage.Read(page).Where(block => block.Heading == heading)];

    /// <summary>Makes the changes that the blocks show.</summary>
    /// <param name="blocks">The blocks, of which those that are no <c>diff</c> are left out.</param>
    /// <param name="sources">The text of the source files by the path that the page names.</param>
    public static void Make(IEnumerable<MarkdownBlock> blocks, Dictionary<string, string> sources)
    {
        var changes = blocks.Where(static block => block.Language == "diff").ToList();
        Assert.NotEmpty(changes);
        foreach (var change in changes)
        {
            var path = SourcePath().Match(change.Introduction).Value;
            sources[path] = Make(change, sources[path]);
        }
    }

    /// <summary>Fails unless <paramref name="actual"/> has everything that <paramref name="expected"/> shows.</summary>
    public static void AssertContains(JsonNode? expected, JsonNode? actual, string path = "$")
    {
        if (expected is JsonObject members && !path.Contains("_templates.", StringComparison.Ordinal))
        {
            foreach (var (name, value) in members)
                AssertContains(value, actual?[name], $"{path}.{name}");
            return;
        }

        Assert.True(JsonNode.DeepEquals(expected, actual), $"{path} is {actual?.ToJsonString()}");
    }

    /// <summary>
    /// Puts the new lines of a change behind the old ones that it shows, which are there once, unless they are there
    /// already: a reader has followed the page. As for a reader, how far the old ones are indented does not matter.
    /// </summary>
    private static string Make(MarkdownBlock change, string source)
    {
        var changed = change.Text.Split('\n');
        var old = changed.TakeWhile(static line => line.StartsWith(' ')).Select(static line => line.Trim()).ToArray();
        var added = changed[old.Length..];
        var lines = source.Split('\n').ToList();
        var place = old.Length + Assert.Single(
            Enumerable.Range(0, lines.Count),
            place => lines.Skip(place).Take(old.Length).Select(static line => line.Trim()).SequenceEqual(old));

        Assert.NotEmpty(old);
        Assert.All(added, static line => Assert.StartsWith("+", line, StringComparison.Ordinal));
        if (!lines.Skip(place).Take(added.Length).SequenceEqual(added.Select(static line => line[1..])))
            lines.InsertRange(place, added.Select(static line => line[1..]));
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"(?<=`)src/[^`]+(?=`)")]
    private static partial Regex SourcePath();
}
