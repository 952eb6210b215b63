using Microsoft.CodeAnalysis.CSharp;

namespace VolumeCount.Generators.Emission;

/// <summary>Writes names and values as C# does.</summary>
internal static class CSharp
{
    /// <summary><paramref name="text"/> as a literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>
    /// <paramref name="json"/>, in which three quotes never meet and which neither begins nor ends with one, as a readable
    /// literal of UTF-8.
    /// </summary>
    public static string JsonLiteral(string json) => $"\"\"\"{json}\"\"\"u8";

    /// <summary><paramref name="name"/>, escaped for JSON, as a literal of UTF-8.</summary>
    public static string NameLiteral(string name) => Literal(JsonText.Escaped(name)) + "u8";

    /// <summary>The member <paramref name="name"/> of the variable <paramref name="target"/>.</summary>
    public static string Member(string target, string name) => $"{target}.{Identifier(name)}";

    /// <summary><paramref name="name"/>, escaped if it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.None
            ? name
            : "@" + name;
}
