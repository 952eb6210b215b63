using System.ComponentModel;

namespace VolumeCount.Scope.Writing;

/// <summary>The key of a value in a node's <c>latest</c>: a literal, or a literal with a text of the data in it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct LatestKey
{
    private LatestKey(
        ReadOnlySpan<byte> start, string? rowId = null, string? label = null, ReadOnlySpan<byte> columnId = default)
    {
        Start = start;
        RowId = rowId;
        Label = label;
        ColumnId = columnId;
    }

    internal ReadOnlySpan<byte> Start { get; }

    internal string? RowId { get; }

    internal string? Label { get; }

    /// <summary>Whether the value is a cell of a table of many columns, which is never left out.</summary>
    internal bool IsCell => RowId is not null;

    internal ReadOnlySpan<byte> ColumnId { get; }

    /// <summary>A key that is known beforehand, escaped for JSON.</summary>
    public static implicit operator LatestKey(ReadOnlySpan<byte> key) => new(key);

    /// <summary>
    /// The key of a cell in a table of many columns: <c>&lt;prefix&gt;&lt;row id&gt;___&lt;column id&gt;</c>.
    /// </summary>
    /// <param name="prefix">The table's prefix, escaped for JSON.</param>
    /// <param name="rowId">The row's id, as it is; see <see cref="RowIdAttribute"/>.</param>
    /// <param name="columnId">The column's id, escaped for JSON.</param>
    public static LatestKey Cell(ReadOnlySpan<byte> prefix, string rowId, ReadOnlySpan<byte> columnId) =>
        new(prefix, rowId: rowId, columnId: columnId);

    /// <summary>The key of a row in a list of labels and values: <c>&lt;prefix&gt;&lt;label&gt;</c>.</summary>
    /// <param name="prefix">The table's prefix, escaped for JSON.</param>
    /// <param name="label">The row's label, as it is.</param>
    public static LatestKey Row(ReadOnlySpan<byte> prefix, string label) => new(prefix, label: label);
}
