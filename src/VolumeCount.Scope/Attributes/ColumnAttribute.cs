namespace VolumeCount.Scope;

/// <summary>
/// Shows a property of a row's class as a column of the table: an entry in the <c>columns</c> of its template. Types are
/// mapped as described at <see cref="MetadataAttribute"/>, except that collections are not supported; a value that is null
/// is an empty cell. A <see cref="Uri"/> is written as text unless <see cref="DataType"/> is a link; a cell with a link to
/// an address other than http or https is empty.
/// </summary>
/// <example><code>[Column(Label = "Mode")] public required string Mode { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute : Attribute
{
    /// <summary>The column's <c>id</c>. By default the property's name in snake case.</summary>
    public string? Id { get; init; }

    /// <summary>The column's <c>label</c>. By default the property's name in words.</summary>
    public string? Label { get; init; }

    /// <summary>The column's <c>dataType</c>, where the one of the property's type is not the right one.</summary>
    public DataType DataType { get; init; }
}
