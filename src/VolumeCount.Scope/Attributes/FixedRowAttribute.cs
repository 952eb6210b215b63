namespace VolumeCount.Scope;

/// <summary>
/// Shows a property as a row of a table whose rows are known beforehand: an entry in the <c>fixedRows</c> of its template.
/// Types are mapped as described at <see cref="MetadataAttribute"/>, except that collections are not supported; a value that
/// is null has no row. Scope draws all of them as text.
/// </summary>
/// <example><code>[FixedRow(Label = "Packet loss")] public string? PacketLoss { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FixedRowAttribute : Attribute
{
    /// <summary>The part of the row's key after the table's prefix. By default the property's name in snake case.</summary>
    public string? Id { get; init; }

    /// <summary>The row's label. By default the property's name in words.</summary>
    public string? Label { get; init; }
}
