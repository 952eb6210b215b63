namespace VolumeCount.Engines.Cri;

/// <summary>Reads a runtime's reference to an image: a name with a tag or a digest, or an id.</summary>
internal static class ImageReference
{
    private const string IdPrefix = "sha256:";
    private const int IdLength = 64;

    /// <summary>Whether it is an id, with or without the name of its hash, and not a name.</summary>
    public static bool IsId(string text) =>
        text.StartsWith(IdPrefix, StringComparison.Ordinal) || (text.Length == IdLength && text.All(char.IsAsciiHexDigit));

    /// <summary>The id without the name of its hash, as Scope writes it; null for an empty text.</summary>
    public static string? IdOf(string text) => text.Length == 0 ? null : text.Split(IdPrefix)[^1];
}
