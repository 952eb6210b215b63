using VolumeCount.Scope.Contract.Findings;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>Writes rows of cells as aligned columns, for a terminal.</summary>
public static class TextTable
{
    private const string Gap = "   ";

    /// <summary>Writes a table. Control characters in a cell are replaced, so that no value can forge a row.</summary>
    /// <param name="rows">The rows, the headings first. All have as many cells as the first.</param>
    /// <param name="output">The writer for the table.</param>
    public static void Write(IReadOnlyList<string[]> rows, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);

        string[][] printable = [.. rows.Select(row => (string[])[.. row.Select(Printable.Of)])];
        int[] widths =
        [
            .. Enumerable.Range(0, printable[0].Length).Select(column => printable.Max(row => row[column].Length)),
        ];
        foreach (var row in printable)
            output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
