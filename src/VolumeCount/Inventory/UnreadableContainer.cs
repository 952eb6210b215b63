namespace VolumeCount.Inventory;

/// <summary>An entry of an engine's list that is not a valid container.</summary>
/// <param name="Id">Its id, or what else identifies it in the list.</param>
/// <param name="Reason">What is wrong with it.</param>
internal readonly record struct UnreadableContainer(string Id, string Reason);
