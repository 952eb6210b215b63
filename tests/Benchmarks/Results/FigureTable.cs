using System.Text;

namespace VolumeCount.Tests.Benchmarks.Results;

/// <summary>A table of figures, as Markdown whose columns also line up in a terminal.</summary>
/// <param name="head">The names of the columns. The first column is aligned to the left, the others to the right.</param>
internal sealed class FigureTable(params string[] head)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">It has not one cell for each column.</exception>
    public void Add(params string[] cells)
    {
        if (cells.Length != head.Length)
            throw new ArgumentException($"{cells.Length} cells for {head.Length} columns.", nameof(cells));
        _rows.Add(cells);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var widths = head.Select((name, i) => Math.Max(3, _rows.Append(head).Max(row => row[i].Length))).ToArray();
        var text = new StringBuilder();
        Write(text, head, widths);
        Write(
            text, [.. widths.Select((width, i) => i == 0 ? new string('-', width) : new string('-', width - 1) + ":")],
            widths);
        foreach (var row in _rows)
            Write(text, row, widths);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string[] cells, int[] widths)
    {
        text.Append('|');
        for (var i = 0; i < cells.Length; i++)
            text.Append(' ').Append(i == 0 ? cells[i].PadRight(widths[i]) : cells[i].PadLeft(widths[i])).Append(" |");
        text.Append('\n');
    }
}
