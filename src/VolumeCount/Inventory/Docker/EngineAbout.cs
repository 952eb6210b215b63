namespace VolumeCount.Inventory.Docker;

/// <summary>What an engine says about itself. The names are Docker's.</summary>
internal sealed record EngineAbout(EnginePlatform? Platform = null, string? Version = null, string? ApiVersion = null)
{
    public EngineVersion ToVersion()
    {
        // Debian's build of the engine leaves its name empty.
        var name = Platform?.Name is { Length: > 0 } platform ? platform : "Docker Engine";
        return new EngineVersion($"{name} {Version}", ApiVersion ?? "");
    }
}
