namespace VolumeCount.Inventory;

/// <summary>The name and version of an engine.</summary>
/// <param name="Name">The engine's name and version, such as <c>Docker Engine - Community 28.2.2</c>.</param>
/// <param name="ApiVersion">The newest version of its API that it supports, such as <c>1.48</c>.</param>
internal sealed record EngineDescription(string Name, string ApiVersion)
{
    /// <summary>An engine that did not report its version.</summary>
    public static EngineDescription Unknown { get; } = new("an engine that does not report its version", "unknown");
}
