namespace VolumeCount.Inventory;

/// <summary>How the inventory is kept current.</summary>
/// <param name="ReconcileInterval">The time between two lists of all containers while the event stream is up, give or take a tenth.</param>
/// <param name="PollInterval">The time between two lists of all containers while the event stream is down.</param>
/// <param name="Window">How long the last known containers are reported while the engine is not available.</param>
internal sealed record InventoryOptions(TimeSpan ReconcileInterval, TimeSpan PollInterval, TimeSpan Window);
