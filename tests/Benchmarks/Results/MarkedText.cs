namespace VolumeCount.Tests.Benchmarks.Results;

/// <summary>
/// A document with a place between two comments, <c>&lt;!-- NAME --&gt;</c> and <c>&lt;!-- /NAME --&gt;</c>.
/// </summary>
internal static class MarkedText
{
    /// <summary>
    /// The document with <paramref name="content"/> at the place <paramref name="name"/>, and else as it was.
    /// </summary>
    /// <exception cref="InvalidDataException">It has no such place.</exception>
    public static string Replace(string document, string name, string content)
    {
        var start = $"<!-- {name} -->\n";
        var end = $"<!-- /{name} -->";
        var from = document.IndexOf(start, StringComparison.Ordinal);
        var to = from < 0 ? -1 : document.IndexOf(end, from, StringComparison.Ordinal);
        if (to < 0)
            throw new InvalidDataException($"The document has no place between {start.TrimEnd()} and {end}.");

        return $"{document[..(from + start.Length)]}\n{content.Trim('\n')}\n\n{document[to..]}";
    }
}
