using System.Collections.Concurrent;

namespace VolumeCount.Engines.Docker;

/// <summary>
/// Makes one string of many equal ones, for words that nearly all mounts have in common. It holds a bounded number of them,
/// so that an engine that makes words up cannot fill the memory.
/// </summary>
internal sealed class SharedStrings
{
    /// <summary>As many words as are remembered.</summary>
    public const int Capacity = 256;

    /// <summary>The length of the longest word that is remembered: what is longer is hardly a word that others have in common.</summary>
    public const int MaxLength = 64;

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The string that the text was seen as first, or else the text.</summary>
    public string Share(string text)
    {
        if (text.Length > MaxLength)
            return text;
        if (_known.TryGetValue(text, out var known))
            return known;
        return _known.Count < Capacity ? _known.GetOrAdd(text, text) : text;
    }
}
