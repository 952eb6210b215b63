using System.Text.Json;

namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>Describes a JSON value in a message.</summary>
internal static class JsonText
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
}
