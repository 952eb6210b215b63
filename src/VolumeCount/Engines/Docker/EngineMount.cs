using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>A mount in Docker's list. The names are Docker's.</summary>
internal readonly record struct EngineMount(
    string? Type = null, string? Name = null, string? Source = null, string? Destination = null, string? Driver = null, bool RW = false)
{
    /// <summary>What the inventory keeps of it.</summary>
    /// <param name="words">The words that mounts have in common.</param>
    public Mount ToMount(SharedStrings words) => new(
        Destination ?? "",
        words.Share(Type ?? ""),
        NullIfEmpty(Name) ?? NullIfEmpty(Source),
        NullIfEmpty(Driver) is { } driver ? words.Share(driver) : null,
        RW);

    // Docker writes an empty string for what a mount does not have.
    private static string? NullIfEmpty(string? text) => text is "" ? null : text;
}
