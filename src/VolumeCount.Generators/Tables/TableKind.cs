namespace VolumeCount.Generators.Tables;

/// <summary>Which kind of table a property is.</summary>
internal enum TableKind
{
    /// <summary>A row for each object of a collection, and a column for each of its properties.</summary>
    Multicolumn,

    /// <summary>A row for each entry of a dictionary.</summary>
    Entries,

    /// <summary>A row for each property of one object.</summary>
    FixedRows,
}
