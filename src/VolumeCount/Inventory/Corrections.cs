namespace VolumeCount.Inventory;

/// <summary>What a list has changed that no event had announced.</summary>
/// <param name="Missing">The number of containers that were not known.</param>
/// <param name="Stale">The number of containers that no longer exist.</param>
/// <param name="Changed">The number of containers that are not as they were known.</param>
internal readonly record struct Corrections(int Missing, int Stale, int Changed)
{
    public bool Any => Missing + Stale + Changed > 0;
}
