using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Tests.Emulation;

/// <summary>A table of a node's panel.</summary>
/// <param name="Id">The id of the table's template.</param>
/// <param name="Label">What the table is called.</param>
/// <param name="Columns">The columns that the page draws; none for a list of labels and values.</param>
/// <param name="Rows">The rows in their order: what is in each column, by the column's id.</param>
internal sealed record PanelTable(
    string Id,
    string Label,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);
