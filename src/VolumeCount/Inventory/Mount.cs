using VolumeCount.Scope;

namespace VolumeCount.Inventory;

/// <summary>
/// One mount of a container, and a row of the table that the report has of them. A value, because a container holds it in its array
/// without an object of its own.
/// </summary>
/// <param name="Destination">The path in the container.</param>
/// <param name="Type">Docker's word for its kind: <c>volume</c>, <c>bind</c>, <c>tmpfs</c>, <c>npipe</c> and so on.</param>
/// <param name="Source">The volume's name, or else the path on the host; null for a tmpfs mount.</param>
/// <param name="Driver">The volume's driver, such as <c>local</c>; null for what is no volume.</param>
/// <param name="IsWritable">Whether the container may write to it.</param>
internal readonly record struct Mount(
    [property: RowId, Column] string Destination,
    [property: Column] string Type,
    [property: Column(Label = "Name or source")] string? Source,
    [property: Column] string? Driver,
    bool IsWritable)
{
    /// <summary><c>rw</c> or <c>ro</c>, as in Docker's <c>--volume</c>.</summary>
    [Column]
    public string Mode => IsWritable ? "rw" : "ro";
}
