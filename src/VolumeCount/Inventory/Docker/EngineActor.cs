namespace VolumeCount.Inventory.Docker;

/// <summary>To whom an event has happened. The name is Docker's.</summary>
internal sealed record EngineActor(string? ID = null);
