using Microsoft.Extensions.Logging.Console;
using VolumeCount.Scope.Hosting.Http;
using VolumeCount.Scope.Hosting.Reports;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>Builds the web host of a plugin.</summary>
internal static class PluginHost
{
    /// <summary>
    /// The time for requests in flight to finish at shutdown. A probe gives up after 500 ms, and a plugin should end within
    /// a second.
    /// </summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(600);

    /// <exception cref="PluginSocketException">The socket's path is too long.</exception>
    public static WebApplication Build<TReport>(
        PluginDefinition<TReport> plugin, PluginHostOptions options, Action<IServiceCollection> configureServices)
    {
        // The options are the only configuration: no settings file or ASPNETCORE_ variable may change what is served. Any
        // other builder would also watch its folder for settings files, which in a container is the whole file system,
        // including /proc.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Logging.AddPluginLogging(options);
        builder.AddHttp(new PluginSocket(options.PluginsDirectory, plugin.Id, TimeProvider.System));
        builder.Services.AddReports(plugin);
        configureServices(builder.Services);

        var app = builder.Build();
        app.UseHttp();
        return app;
    }

    private static void AddReports<TReport>(this IServiceCollection services, PluginDefinition<TReport> plugin)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(plugin);
        services.AddSingleton(plugin.Controls);
        services.AddSingleton<IReportRenderer, ReportRenderer<TReport>>();
        services.AddHostedService<ReportPrerenderer<TReport>>();
    }

    private static void AddPluginLogging(this ILoggingBuilder logging, PluginHostOptions options)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(options.LogLevel);
        if (options.LogLevel < LogLevel.Warning)
            logging.AddFilter("Microsoft", LogLevel.Warning);

        // The command line reports a failed start in one line: without this filter, a stack trace would precede it.
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
