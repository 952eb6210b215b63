namespace VolumeCount.Inventory.Docker;

/// <summary>How many calls were made to Docker since the program began.</summary>
/// <param name="Versions">Questions which engine answers.</param>
/// <param name="Subscriptions">Subscriptions to the event stream.</param>
/// <param name="Lists">Lists of all containers.</param>
/// <param name="FilteredLists">Lists of some containers.</param>
internal readonly record struct CallTotals(long Versions, long Subscriptions, long Lists, long FilteredLists);
