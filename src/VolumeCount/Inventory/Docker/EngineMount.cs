using System.Text.Json;
using System.Text.Json.Serialization;
using Docker.DotNet.Models;

namespace VolumeCount.Inventory.Docker;

/// <summary>A mount in Docker's list. The names are Docker's.</summary>
[method: JsonConstructor]
internal readonly record struct EngineMount(
    string? Type = null, string? Name = null, string? Source = null, string? Destination = null, string? Driver = null, bool RW = false)
{
    /// <summary>The same of a mount in Docker.DotNet's list.</summary>
    public static EngineMount From(MountPoint? mount) => mount is null
        ? throw new JsonException("A mount is null.")
        : new EngineMount(mount.Type, mount.Name, mount.Source, mount.Destination, mount.Driver, mount.RW);

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
