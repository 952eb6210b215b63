namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>Writes JSON paths: <c>$.Container.nodes['abc;&lt;container&gt;']</c>.</summary>
internal static class JsonPath
{
    /// <summary>The part of a path for an object's member.</summary>
    public static string Segment(string name) => IsIdentifier(name)
        ? $".{name}"
        : $"['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
