using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>Describes a JSON value in a message.</summary>
internal static partial class JsonText
{
    private const int MaxShownLength = 60;

    /// <summary>The value's type, or the value itself if it is a boolean or null.</summary>
    public static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => Shown(element),
    };

    /// <summary>The value's JSON, shortened if it is long.</summary>
    public static string Shown(JsonElement element)
    {
        var text = element.GetRawText();
        return text.Length <= MaxShownLength ? text : $"{text[..MaxShownLength]}…";
    }

    /// <summary>
    /// The text of a string that is not Unicode, as Scope reads it: with U+FFFD for each byte that is not UTF-8, and for an
    /// escape of half of a surrogate pair together with the escape after it. Null if no escape is after it, over which
    /// Scope's decoder fails.
    /// </summary>
    /// <param name="json">The string's JSON.</param>
    public static string? Repair(ReadOnlySpan<byte> json)
    {
        var isReadable = true;
        var repaired = Escape.Replace(Encoding.UTF8.GetString(json), match =>
        {
            if (!match.Groups["half"].Success)
                return match.Value;

            isReadable &= match.Groups["next"].Success;
            return match.Groups["next"].Success && char.IsSurrogatePair(Unit(match, "half"), Unit(match, "next"))
                ? match.Value
                : @"\ufffd";
        });
        using var document = JsonDocument.Parse(repaired);
        return isReadable ? document.RootElement.GetString() : null;
    }

    private static char Unit(Match match, string group) =>
        (char)ushort.Parse(match.Groups[group].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\\u(?<half>[dD][89a-fA-F][0-9a-fA-F]{2})(?:\\u(?<next>[0-9a-fA-F]{4}))?|\\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape { get; }
}
