using VolumeCount.Inventory;

namespace VolumeCount.Engines;

/// <summary>Registers the engine that is asked.</summary>
internal static class EngineServices
{
    public static IServiceCollection AddEngine(this IServiceCollection services, EngineOptions options) =>
        services.AddSingleton(provider => Create(
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EngineLocator>>()));

    /// <summary>Creates the engine whose address is given, or one that is found later.</summary>
    public static IContainerEngine Create(EngineOptions options, TimeProvider timeProvider, ILogger logger)
    {
        var locator = new EngineLocator(options, EngineCandidate.All, timeProvider, logger);
        return locator.Given() ?? new FoundEngine(locator);
    }
}
