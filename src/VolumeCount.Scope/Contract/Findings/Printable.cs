namespace VolumeCount.Scope.Contract.Findings;

/// <summary>Makes text from a plugin safe to print to a terminal.</summary>
internal static class Printable
{
    private const int MaxLineLength = 500;

    /// <summary>The text without control characters, shortened if it is very long.</summary>
    public static string Of(string text)
    {
        var line = string.Concat(text.Take(MaxLineLength).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return text.Length > MaxLineLength ? $"{line}…" : line;
    }
}
