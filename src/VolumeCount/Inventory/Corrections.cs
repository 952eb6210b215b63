namespace VolumeCount.Inventory;

/// <summary>What a list has changed of what was known.</summary>
/// <param name="Missing">Containers that nobody had told of.</param>
/// <param name="Stale">Containers that are gone.</param>
/// <param name="Changed">Containers whose mounts are other ones.</param>
internal readonly record struct Corrections(int Missing, int Stale, int Changed)
{
    /// <summary>Whether there was anything to correct.</summary>
    public bool Any => Missing + Stale + Changed > 0;
}
