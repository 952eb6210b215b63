using System.Text;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>The standard output of a command. A failure to write to it is an <see cref="OutputException"/>.</summary>
/// <param name="inner">The writer that the text is passed to.</param>
/// <param name="isTerminal">Whether the output is a terminal.</param>
public sealed class OutputWriter(TextWriter inner, bool isTerminal) : TextWriter
{
    private const string ClearScreen = "\u001b[H\u001b[2J";
    private const string GoToStart = "\u001b[H";
    private const string ClearLine = "\u001b[K";
    private const string ClearBelow = "\u001b[J";

    private bool _hasText;

    /// <summary>Whether the output is a terminal.</summary>
    public bool IsTerminal => isTerminal;

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Wraps a writer, which may be the console's.</summary>
    /// <param name="output">The writer.</param>
    /// <returns>The writer itself, if it is an <see cref="OutputWriter"/> already.</returns>
    public static OutputWriter Of(TextWriter output) =>
        output as OutputWriter ?? new OutputWriter(output, output == Console.Out && !Console.IsOutputRedirected);

    /// <summary>Replaces the last text on a terminal; appends to it in any other output.</summary>
    /// <param name="text">The text, which ends with a line end.</param>
    public void Replace(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // The screen is never cleared in between, because that would flicker.
        Write(isTerminal
            ? (_hasText ? GoToStart : ClearScreen) + text.ReplaceLineEndings(ClearLine + NewLine) + ClearBelow
            : text);
        _hasText = true;
    }

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // .NET reports a closed descriptor as missing permissions; the inner exception has the reason.
            throw new OutputException((e.InnerException ?? e).Message, e);
        }
    }
}
