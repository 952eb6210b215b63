namespace VolumeCount.Scope;

/// <summary>
/// Shows a property of a node as a table in the node's panel: values in <c>latest</c> whose keys begin with the table's
/// prefix, and the <c>table_templates</c> entry by which Scope draws them. The property's type decides the kind of table.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><description>
/// A collection of objects is a table of many columns (<c>multicolumn-table</c>): a row for each object, whose class has a
/// <see cref="RowIdAttribute"/> and <see cref="ColumnAttribute"/> properties. Scope sorts the rows by id.
/// </description></item>
/// <item><description>
/// A dictionary with strings as keys is a list of labels and values (<c>property-list</c>). Scope sorts it by label.
/// </description></item>
/// <item><description> Any other object is such a list with rows that are known beforehand (<c>fixedRows</c>): its
/// <see cref="FixedRowAttribute"/> properties.
/// </description></item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [Table(Label = "Volumes")]
/// public required ImmutableArray&lt;Volume&gt; Volumes { get; init; }
/// </code>
/// is the table <c>volumes</c>, whose keys begin with <c>volumes_</c>.
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableAttribute : Attribute
{
    /// <summary>The template's <c>id</c>. By default the property's name in snake case.</summary>
    public string? Id { get; init; }

    /// <summary>The table's <c>label</c>. By default the property's name in words.</summary>
    public string? Label { get; init; }

    /// <summary>The <c>prefix</c> of the keys. By default the id and an underscore.</summary>
    public string? Prefix { get; init; }

    /// <summary>
    /// Whether the id is one of Scope's own on purpose: the plugin reports what Scope's own probe would report. Without
    /// this, such an id is an error.
    /// </summary>
    public bool IsScopeKey { get; init; }
}
