namespace VolumeCount.Scope.Contract.Model;

/// <summary>
/// A <c>table_templates</c> entry: a table of a node's panel. Its cells are the <c>latest</c> values whose keys begin with
/// its prefix, and the fixed rows of a property list, by key.
/// </summary>
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
