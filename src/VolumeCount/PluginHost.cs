using Microsoft.Extensions.Logging.Console;
using VolumeCount.Inventory;
using VolumeCount.Requests;
using VolumeCount.Sockets;

namespace VolumeCount;

/// <summary>Puts the web host of the plugin together.</summary>
internal static class PluginHost
{
    /// <summary>
    /// How long requests in flight may take to finish at shutdown. A probe gives up after 500 ms, and the plugin promises
    /// to be gone within a second.
    /// </summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(600);

    public static WebApplication Build(PluginOptions options)
    {
        // The options are the only configuration: no settings file or ASPNETCORE_ variable may change what is served. Any other
        // builder would also watch its folder for settings files: in a container the whole file system, /proc and all.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);

        builder.Logging.AddPluginLogging(options);
        builder.AddPluginSocket(options);
        builder.Services.AddInventory(options);
        builder.Services.AddRequests();

        var app = builder.Build();
        var connections = app.Services.GetRequiredService<ConnectionLimit>();
        var requests = app.Services.GetRequiredService<RequestRouter>();
        app.Run(context =>
        {
            connections.MarkRequest(context);
            return requests.HandleAsync(context);
        });
        return app;
    }

    private static void AddPluginLogging(this ILoggingBuilder logging, PluginOptions options)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(options.LogLevel);
        if (options.LogLevel < LogLevel.Warning)
            logging.AddFilter("Microsoft", LogLevel.Warning);

        // A failed start is told once, by the command line, and not with a stack trace before it.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);

        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (options.LogFormat == LogFormat.Json)
        {
            logging.AddJsonConsole(console => Format(console, ""));
        }
        else
        {
            logging.AddSimpleConsole(console =>
            {
                Format(console, " ");
                console.SingleLine = true;
            });
        }

        static void Format(ConsoleFormatterOptions console, string separator)
        {
            console.TimestampFormat = $"yyyy-MM-dd'T'HH:mm:ss.fff'Z'{separator}";
            console.UseUtcTimestamp = true;
        }
    }
}
