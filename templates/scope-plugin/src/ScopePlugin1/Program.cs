using ScopePlugin1;
using VolumeCount.Scope;
#if (control)
using Microsoft.Extensions.DependencyInjection;

return await ScopePlugin.CreateBuilder(ScopePlugin1ReportContext.Plugin)
    .ConfigureServices((services, _) => services.AddSingleton<PressCount>())
    .UseReport<ScopePlugin1ReportSource>()
    .RunAsync(args);
#else

return await ScopePlugin.RunAsync(args, ScopePlugin1ReportContext.Plugin, ScopePlugin1Report.Read);
#endif
