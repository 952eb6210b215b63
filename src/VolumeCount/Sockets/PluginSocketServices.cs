using Microsoft.AspNetCore.Connections;

namespace VolumeCount.Sockets;

/// <summary>Makes Kestrel serve on the plugin's socket, and on nothing else.</summary>
internal static class PluginSocketServices
{
    /// <exception cref="PluginSocketException">The socket's path cannot be one.</exception>
    public static void AddPluginSocket(this WebApplicationBuilder builder, PluginOptions options)
    {
        var socket = new PluginSocket(options.PluginsDirectory);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenUnixSocket(socket.Path);
        });
        builder.Services.AddSingleton(socket);
        builder.Services.AddSingleton<IConnectionListenerFactory, PluginListenerFactory>();
    }
}
