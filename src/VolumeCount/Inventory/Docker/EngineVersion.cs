using Docker.DotNet.Models;

namespace VolumeCount.Inventory.Docker;

/// <summary>Which engine answers.</summary>
/// <param name="Name">The engine's name and version, such as <c>Docker Engine - Community 28.2.2</c>.</param>
/// <param name="ApiVersion">The newest version of Docker's API that it speaks, such as <c>1.48</c>.</param>
internal sealed record EngineVersion(string Name, string ApiVersion)
{
    /// <summary>An engine that does not say which it is.</summary>
    public static EngineVersion Unknown { get; } = new("an engine that does not tell its version", "unknown");

    /// <summary>What an engine says about itself.</summary>
    public static EngineVersion From(VersionResponse about)
    {
        // Debian's build of the engine leaves its name empty.
        var name = about.Platform?.Name is { Length: > 0 } platform ? platform : "Docker Engine";
        return new EngineVersion($"{name} {about.Version}", about.APIVersion ?? "");
    }
}
