namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A table of a panel.</summary>
/// <param name="Id">The table's id.</param>
/// <param name="Label">What the table is called.</param>
/// <param name="Columns">The columns' ids and labels, from left to right; none for a list of labels and values.</param>
/// <param name="Rows">The rows from top to bottom, each with its cells by their columns' ids.</param>
internal sealed record PanelTable(
    string Id,
    string Label,
    IReadOnlyList<(string Id, string Label)> Columns,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    /// <summary>The rows as text, each cell as <c>column=value</c>, sorted by column.</summary>
    public IEnumerable<string> Lines => Rows.Select(row =>
        string.Join(' ', row.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}={cell.Value}")));

    public override string ToString() => $"{Id} '{Label}': {string.Join(" | ", Lines)}";
}
