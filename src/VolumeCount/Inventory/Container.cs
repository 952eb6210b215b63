using System.Collections.Immutable;

namespace VolumeCount.Inventory;

/// <summary>What Docker says about one container.</summary>
/// <param name="Id">The full id: 64 hexadecimal digits.</param>
/// <param name="Name">The name, without the slash that Docker puts before it.</param>
/// <param name="State">Docker's word for its state: <c>created</c>, <c>running</c>, <c>paused</c>, <c>exited</c> and so on.</param>
/// <param name="Mounts">Its volumes, binds, tmpfs mounts and named pipes, in the ordinal order of their destinations.</param>
internal sealed record Container(string Id, string Name, string State, ImmutableArray<Mount> Mounts)
{
    /// <summary>The number of its mounts.</summary>
    public int VolumeCount => Mounts.Length;

    /// <summary>Whether both are the same container with the same mounts: those are compared one by one.</summary>
    public bool Equals(Container? other) =>
        other is not null &&
        (Id, Name, State) == (other.Id, other.Name, other.State) &&
        Mounts.AsSpan().SequenceEqual(other.Mounts.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
