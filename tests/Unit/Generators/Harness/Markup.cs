using System.Text;
using System.Text.RegularExpressions;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>Source in which <c>{|VOLC001:text|}</c> says that VOLC001 is expected to cover <c>text</c>.</summary>
internal sealed partial class Markup
{
    private Markup(string source, IReadOnlyList<ReportedDiagnostic> expected)
    {
        Source = source;
        Expected = expected;
    }

    public string Source { get; }

    public IReadOnlyList<ReportedDiagnostic> Expected { get; }

    public static Markup Parse(string text)
    {
        var source = new StringBuilder();
        var expected = new List<ReportedDiagnostic>();
        var end = 0;
        foreach (Match match in Mark().Matches(text))
        {
            source.Append(text, end, match.Index - end);
            expected.Add(new(match.Groups["id"].Value, source.Length, match.Groups["text"].Value));
            source.Append(match.Groups["text"].Value);
            end = match.Index + match.Length;
        }

        source.Append(text, end, text.Length - end);

        return new(source.ToString(), expected);
    }

    [GeneratedRegex(@"\{\|(?<id>\w+):(?<text>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
