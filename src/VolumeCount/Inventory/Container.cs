using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>
/// What the report needs of one container, and no more: it is in memory for as long as the container is, and what changes
/// while it lives, such as its state, would have to be kept current.
/// </summary>
/// <param name="Id">The full id: 64 hexadecimal digits.</param>
/// <param name="Mounts">Its volumes, binds, tmpfs mounts and named pipes, in the ordinal order of their destinations.</param>
internal sealed record Container(string Id, ImmutableArray<Mount> Mounts)
{
    /// <summary>The number of its mounts.</summary>
    public int VolumeCount => Mounts.Length;

    /// <summary>Whether both are the same container with the same mounts: those are compared one by one.</summary>
    public bool Equals(Container? other) =>
        other is not null && Id == other.Id && Mounts.AsSpan().SequenceEqual(other.Mounts.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
