namespace VolumeCount.Inventory;

/// <summary>A container. Two containers are equal if all their properties are equal.</summary>
/// <param name="Id">The full id: 64 hexadecimal digits.</param>
/// <param name="Mounts">
/// Its volumes, binds, tmpfs mounts and named pipes, in the ordinal order of their destinations.
/// </param>
internal sealed record Container(string Id, EquatableArray<Mount> Mounts)
{
    private const int ShortIdLength = 12;

    /// <summary>The first digits of the id, as <c>docker ps</c> shows it.</summary>
    public string ShortId => Id[..Math.Min(ShortIdLength, Id.Length)];

    public int VolumeCount => Mounts.Count;

    /// <summary>The name; empty when it is not known.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its human-readable description; null unless the engine was asked to describe its containers.</summary>
    public ContainerDescription? Description { get; init; }
}
