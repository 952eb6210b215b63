using System.Text;
using Bogus;
using FsCheck;
using FsCheck.Fluent;

namespace VolumeCount.Tests.Unit.Writing;

/// <summary>Texts that a careless writer gets wrong.</summary>
internal static class HostileText
{
    private static readonly string[] Parts =
    [
        "a", "é", "_", "__", "___", "%", "%5F", "%25", ";", ";<container>", "<", ">", "&", "'", "\"", "\"\"\"", "\\",
        "\\u0041", "/",
        "{", "}", "[", ",", ":", "\0", "\b", "\t", "\r\n", "\u001F", "\u007F", "\u0085", "\u00AD", "\u2028", "\u2029",
        "\uD83D", "\uDC33",
        "\uD83D\uDC33", "\U0010FFFF", "\uE000", "\uFF5E", "\uFEFF", "\uFFFD", "\uFFFE", "https://example.org/",
        "javascript:", " ",
        new('x', 300), new('\u2028', 90), new('\uD83D', 3),
    ];

    /// <summary>A random text, often a short one.</summary>
    public static string Of(Randomizer random) => random.Int(0, 99) switch
    {
        0 => new string('y', random.Int(4000, 9000)),
        1 => random.Utf16String(1, 200),
        2 => random.Hash(64),
        _ => string.Concat(random.ListItems(Parts, random.Int(0, 6))),
    };

    /// <summary>The texts for FsCheck.</summary>
    public static Arbitrary<string> Arbitrary() => Arb.From(
        Gen.Elements(Parts).ListOf().Select(string.Concat),
        text => text.Length == 0 ? [] : [text[1..], text[..^1], text[..(text.Length / 2)]]);

    /// <summary>The text as UTF-8 can hold it: a replacement for each half of a surrogate pair.</summary>
    public static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
