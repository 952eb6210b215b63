using System.Text;

namespace VolumeCount.Generators.Emission;

/// <summary>Collects lines of code, and indents each by the blocks that it is in.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _code = new();
    private int _depth;

    /// <summary>Adds an empty line.</summary>
    public void Line() => _code.Append('\n');

    /// <summary>Adds an empty line, unless a block has just begun.</summary>
    public void SeparateMember()
    {
        if (_code.Length > 1 && _code[_code.Length - 2] != '{')
            Line();
    }

    /// <summary>Adds <paramref name="text"/>, a line or several.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var code = line.TrimEnd();
            if (code.Length > 0)
                _code.Append(' ', _depth * IndentSize).Append(code);
            Line();
        }
    }

    /// <summary>Adds <paramref name="header"/>, and what <paramref name="body"/> adds in braces below it.</summary>
    public void Block(string header, Action body)
    {
        Lines(header);
        Lines("{");
        _depth++;
        body();
        _depth--;
        Lines("}");
    }

    /// <inheritdoc/>
    public override string ToString() => _code.ToString();
}
