namespace VolumeCount.Inventory;

/// <summary>Registers the inventory and what keeps it current.</summary>
internal static class InventoryServices
{
    public static IServiceCollection AddInventory(this IServiceCollection services, InventoryOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ContainerInventory>();
        services.AddSingleton<IContainerInventory>(provider => provider.GetRequiredService<ContainerInventory>());
        services.AddHostedService(provider => provider.GetRequiredService<ContainerInventory>());
        return services;
    }
}
