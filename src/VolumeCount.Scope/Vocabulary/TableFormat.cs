namespace VolumeCount.Scope.Vocabulary;

/// <summary>The tables of a node (Scope 1.13.2: report/table.go).</summary>
internal static class TableFormat
{
    /// <summary>The type of a table of rows with columns.</summary>
    public const string Multicolumn = "multicolumn-table";

    /// <summary>The type of a table of labels and values.</summary>
    public const string PropertyList = "property-list";

    /// <summary>The text between the row id and the column id in the key of a multi-column table's cell.</summary>
    public const string Separator = "___";
}
