using VolumeCount.Scope.Hosting.Reports;

namespace VolumeCount.Scope.Hosting.Http;

/// <summary>Handles <c>GET /report</c>, which a probe sends every second.</summary>
internal sealed class ReportEndpoint(IReportRenderer renderer)
{
    public const string Path = "/report";

    public async Task HandleAsync(HttpContext context)
    {
        using var report = renderer.Render();
        await JsonResponse.WriteAsync(context, report.Body);
    }
}
