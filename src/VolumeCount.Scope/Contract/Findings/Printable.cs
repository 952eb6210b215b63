namespace VolumeCount.Scope.Contract.Findings;

/// <summary>What plugins say, made fit for a terminal.</summary>
internal static class Printable
{
    private const int LongestLine = 500;

    /// <summary>The text without the characters that a terminal obeys, and in part if it is very long.</summary>
    public static string Of(string text)
    {
        var line = string.Concat(text.Take(LongestLine).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return text.Length > LongestLine ? $"{line}…" : line;
    }
}
