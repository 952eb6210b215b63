using System.Text.Json;

namespace VolumeCount.Inventory.Docker;

/// <summary>A container in Docker's list, as far as anybody here needs it. The names are Docker's.</summary>
internal sealed record EngineContainer(
    string Id, string[]? Names = null, string? State = null, EngineMount[]? Mounts = null)
{
    /// <summary>What the inventory keeps of it.</summary>
    /// <param name="words">The words that mounts have in common.</param>
    public Container ToContainer(SharedStrings words) => new(
        Id.Length > 0 ? Id : throw new JsonException("A container has no id."),
        // Docker's own order is random.
        [.. (Mounts ?? []).Select(mount => mount.ToMount(words)).OrderBy(mount => mount.Destination, StringComparer.Ordinal)]);

    /// <summary>What a person at a terminal wants to know of it.</summary>
    public ContainerSummary ToSummary() => new(
        Id, Names is [{ } name, ..] ? name.TrimStart('/') : "", State ?? "", Mounts?.Length ?? 0);
}
