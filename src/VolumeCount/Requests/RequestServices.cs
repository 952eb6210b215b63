using VolumeCount.Controls;
using VolumeCount.Report;

namespace VolumeCount.Requests;

/// <summary>Registers what answers requests.</summary>
internal static class RequestServices
{
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddSingleton(VolumeCountReportContext.Controls);
        services.AddSingleton(provider =>
            new ReportLimit(ReportLimit.ScopeMaxBytes, provider.GetRequiredService<ILogger<ReportLimit>>()));
        services.AddSingleton<ReportRenderer>();
        services.AddSingleton<ReportConnection>();
        services.AddSingleton<ReportEndpoint>();
        services.AddSingleton<ControlEndpoint>();
        services.AddSingleton<RequestRouter>();
        return services;
    }
}
