using System.Collections.Immutable;

namespace VolumeCount.Scope.Templates;

/// <summary>
/// One of Scope's <c>table_templates</c>: how it draws a table of a node's panel. The source generator makes one for each property
/// that is marked <see cref="TableAttribute"/>.
/// </summary>
/// <param name="Id">The table's id.</param>
/// <param name="Label">What the table is called.</param>
/// <param name="Prefix">How the keys of the table's values begin in <c>latest</c>.</param>
/// <param name="Type"><c>multicolumn-table</c> or <c>property-list</c>.</param>
/// <param name="Columns">The columns of a <c>multicolumn-table</c>, from the left.</param>
/// <param name="FixedRows">The labels of a <c>property-list</c>'s known rows, by their keys in <c>latest</c>.</param>
public sealed record TableTemplate(
    string Id,
    string Label,
    string Prefix,
    string Type,
    ImmutableArray<ColumnTemplate> Columns,
    ImmutableSortedDictionary<string, string> FixedRows)
{
    /// <summary>No <see cref="FixedRows"/>. What is added to them is sorted by the code points of the keys, whatever the culture.</summary>
    public static ImmutableSortedDictionary<string, string> NoFixedRows { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether <paramref name="other"/> has the same texts, columns and rows.</summary>
    public bool Equals(TableTemplate? other) => other is not null
        && (Id, Label, Prefix, Type) == (other.Id, other.Label, other.Prefix, other.Type)
        && Columns.AsSpan().SequenceEqual(other.Columns.AsSpan())
        && FixedRows.SequenceEqual(other.FixedRows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Label, Prefix, Type, FixedRows.Count);
}
