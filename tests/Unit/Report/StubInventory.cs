using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Report;

/// <summary>An inventory whose snapshot a test sets.</summary>
internal sealed class StubInventory : IContainerInventory
{
    public event Action? Changed;

    public InventorySnapshot Current { get; set; } = InventorySnapshot.Unknown;

    public void RaiseChanged() => Changed?.Invoke();
}
