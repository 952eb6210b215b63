using System.Text.Json;
using VolumeCount.Inventory;

namespace VolumeCount.Engines.Docker;

/// <summary>A container in Docker's list, as far as anybody here needs it. The names are Docker's.</summary>
internal sealed record EngineContainer(
    string Id, string[]? Names = null, string? State = null, EngineMount[]? Mounts = null)
{
    /// <summary>The container in the inventory's model.</summary>
    /// <param name="words">The words that mounts have in common.</param>
    /// <param name="describes">Whether the container gets its description.</param>
    public Container ToContainer(SharedStrings words, bool describes = false) => new(
        Id.Length > 0 ? Id : throw new JsonException("A container has no id."),
        // Docker's own order is random.
        [.. (Mounts ?? []).Select(mount => mount.ToMount(words)).OrderBy(mount => mount.Destination, StringComparer.Ordinal)])
    {
        Description = describes
            ? new ContainerDescription { Name = Names is [{ } name, ..] ? name.TrimStart('/') : "", State = State ?? "" }
            : null,
    };
}
