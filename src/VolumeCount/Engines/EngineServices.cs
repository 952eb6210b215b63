using VolumeCount.Engines.Docker;
using VolumeCount.Inventory;

namespace VolumeCount.Engines;

/// <summary>Registers the engine that is asked.</summary>
internal static class EngineServices
{
    public static IServiceCollection AddEngine(this IServiceCollection services, PluginOptions options) =>
        services.AddSingleton<IContainerEngine>(provider =>
            new DockerEngine(options.DockerHost, provider.GetRequiredService<TimeProvider>()));
}
