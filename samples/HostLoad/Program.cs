using HostLoad;
using Microsoft.Extensions.DependencyInjection;
using VolumeCount.Scope;

return await ScopePlugin.CreateBuilder(HostLoadReportContext.Plugin)
    .ConfigureServices(static (services, _) => services
        .AddSingleton(new HostFiles("/"))
        .AddSingleton<ViewSwitch>()
        .AddSingleton<LoadMonitor>()
        .AddHostedService(static services => services.GetRequiredService<LoadMonitor>()))
    .UseReport<HostLoadSource>()
    .RunAsync(args);
