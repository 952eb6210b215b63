namespace VolumeCount.Scope.Contract.Model;

/// <summary>A <c>table_templates</c> entry: a table of a node's panel.</summary>
/// <param name="Id">The table's id.</param>
/// <param name="Label">The label of the table.</param>
/// <param name="Prefix">The prefix of the keys of those <c>latest</c> values that are the table's cells.</param>
/// <param name="Type">The kind of table; an empty one is a property list.</param>
/// <param name="Columns">The columns of a table with several.</param>
/// <param name="FixedRows">The labels of the rows of a property list whose keys have no prefix, by key.</param>
internal sealed record TableTemplate(
    string Id,
    string Label,
    string Prefix,
    string Type,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyDictionary<string, string> FixedRows)
{
    /// <summary>Whether a <c>latest</c> key is one of the table's cells.</summary>
    public bool Has(string key) => Prefix.Length > 0 && key.StartsWith(Prefix, StringComparison.Ordinal);
}
