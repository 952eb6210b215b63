namespace VolumeCount.Inventory.Docker;

/// <summary>The product that an engine is. The name is Docker's.</summary>
internal sealed record EnginePlatform(string? Name = null);
