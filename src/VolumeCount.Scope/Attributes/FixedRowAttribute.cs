namespace VolumeCount.Scope;

/// <summary>
/// Shows a property as a row of a table whose rows are known beforehand: an entry in the <c>fixedRows</c> of its template. Types
/// are mapped as <see cref="MetadataAttribute"/> says, less collections; a value that is null has no row. Scope draws all of them
/// as text.
/// </summary>
/// <example><code>[FixedRow(Label = "Packet loss")] public string? PacketLoss { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FixedRowAttribute : Attribute
{
    /// <summary>What follows the table's prefix in the row's key. By default the property's name in snake case.</summary>
    public string? Id { get; init; }

    /// <summary>The row's label. By default the property's name in words.</summary>
    public string? Label { get; init; }
}
