using System.Text.Json;

namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>Says in a message what a JSON value is.</summary>
internal static class JsonText
{
    private const int LongestShown = 60;

    /// <summary>The value's type, or the value itself where that is as short.</summary>
    public static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => Shown(element),
    };

    /// <summary>The value as it stands, in part if it is long.</summary>
    public static string Shown(JsonElement element)
    {
        var text = element.GetRawText();
        return text.Length <= LongestShown ? text : $"{text[..LongestShown]}…";
    }
}
