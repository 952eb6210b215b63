using System.Globalization;
using System.Text;

namespace VolumeCount.Generators.Emission;

/// <summary>Writes the JSON that is known when the report is compiled.</summary>
internal static class JsonText
{
    /// <summary>An object of those <paramref name="members"/> whose value is not null.</summary>
    public static string Object(params (string Name, string? Value)[] members)
    {
        var present = members
            .Where(static member => member.Value is not null)
            .Select(static member => $"{String(member.Name)}:{member.Value}");

        return $"{{{string.Join(",", present)}}}";
    }

    /// <summary>An object of <paramref name="members"/>, or null without members.</summary>
    public static string? OptionalObject(IEnumerable<(string Name, string Value)> members) =>
        members.Select(static member => (member.Name, (string?)member.Value)).ToArray()
            is { Length: > 0 } all
            ? Object(all) : null;

    /// <summary>An array of <paramref name="items"/>.</summary>
    public static string Array(params string[] items) => $"[{string.Join(",", items)}]";

    /// <summary><paramref name="text"/> as a string, or null if it is empty.</summary>
    public static string? OptionalString(string text) => text.Length == 0 ? null : String(text);

    /// <summary>
    /// <paramref name="text"/> as a string, with all characters escaped that a source file would not show.
    /// </summary>
    public static string String(string text) => $"\"{Escaped(text)}\"";

    /// <summary><paramref name="value"/> with all the digits that it needs, in the form that C# has as well.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary><paramref name="text"/> as it stands between the quotes of a string.</summary>
    public static string Escaped(string text)
    {
        var json = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\')
                json.Append('\\').Append(c);
            else if (char.IsSurrogatePair(text, i))
                json.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c))
                json.Append("\\uFFFD");
            else if (IsHidden(c))
                json.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                json.Append(c);
        }

        return json.ToString();
    }

    private static bool IsHidden(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;
}
