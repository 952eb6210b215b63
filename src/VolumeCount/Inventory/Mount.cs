namespace VolumeCount.Inventory;

/// <summary>
/// One mount of a container. A value, because a container holds it in its array without an object of its own.
/// </summary>
/// <param name="Destination">The path in the container.</param>
/// <param name="Type">Docker's name of its kind: <c>volume</c>, <c>bind</c>, <c>tmpfs</c>, <c>npipe</c> and so on.</param>
/// <param name="Source">The volume's name, or else the path on the host; null for a tmpfs mount.</param>
/// <param name="Driver">The volume's driver, such as <c>local</c>; null if the mount is not a volume.</param>
/// <param name="IsWritable">Whether the container may write to it.</param>
/// <param name="IsRecursivelyReadOnly">Whether the mounts below it are read-only as well.</param>
internal readonly record struct Mount(
    string Destination,
    string Type,
    string? Source,
    string? Driver,
    bool IsWritable,
    bool IsRecursivelyReadOnly = false);
