using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Values;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Tables;

/// <summary>A property marked <c>[Table]</c>.</summary>
/// <param name="PropertyName">The property's name.</param>
/// <param name="Id">The template's id.</param>
/// <param name="Label">The table's label.</param>
/// <param name="Prefix">How the keys of its values begin.</param>
/// <param name="Kind">Which kind of table it is.</param>
/// <param name="Source">What the property holds: the rows, the entries, or the one object with all the rows.</param>
/// <param name="RowIdProperty">The property with a row's id, in a table of many columns.</param>
/// <param name="Columns">The columns of such a table, or the fixed rows of a list.</param>
/// <param name="EntryValue">The value of an entry, in a list from a dictionary.</param>
internal sealed record TableModel(
    string PropertyName,
    string Id,
    string Label,
    string Prefix,
    TableKind Kind,
    CollectionModel Source,
    string RowIdProperty,
    EquatableArray<ColumnModel> Columns,
    ValueModel? EntryValue)
{
    /// <summary>The table's type in Scope.</summary>
    public string Type => Kind is TableKind.Multicolumn ? TableFormat.Multicolumn : TableFormat.PropertyList;
}
