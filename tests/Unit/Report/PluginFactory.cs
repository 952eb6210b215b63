using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Tests.Unit.Report;

/// <summary>The whole program in this process, with another engine and another clock, and without the socket.</summary>
/// <param name="engine">The engine.</param>
/// <param name="controls">The controls, where they are not those of the program's own report.</param>
/// <param name="pluginsDirectory">The plugins folder, for a server that does use the socket.</param>
internal sealed class PluginFactory(IContainerEngine engine, ControlRouter? controls = null, string? pluginsDirectory = null)
    : WebApplicationFactory<VolumeCountReport>
{
    /// <summary>The moment at which the program's clock stands still.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 21, 16, 30, 999, TimeSpan.Zero);

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services => services
        .AddSingleton(engine)
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
        .AddSingleton(controls ?? VolumeCountReportContext.Controls));

    protected override IHost CreateHost(IHostBuilder builder)
    {
        // What is in this configuration becomes the program's command line: its own options, and none of ASP.NET Core's.
        builder.ConfigureHostConfiguration(configuration =>
        {
            configuration.Sources.Clear();
            configuration.AddInMemoryCollection([new("log-level", "none")]);
            if (pluginsDirectory is not null)
                configuration.AddInMemoryCollection([new("plugins-dir", pluginsDirectory)]);
        });
        return base.CreateHost(builder);
    }
}
