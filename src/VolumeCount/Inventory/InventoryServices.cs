namespace VolumeCount.Inventory;

/// <summary>Registers the inventory and what keeps it current.</summary>
internal static class InventoryServices
{
    public static IServiceCollection AddInventory(this IServiceCollection services, InventoryOptions options) =>
        services.AddSingleton(options).AddSingleton<SnapshotPublisher>().AddHostedService<ContainerInventory>();
}
