using VolumeCount.Inventory;
using VolumeCount.Requests;

namespace VolumeCount.Report;

/// <summary>Answers <c>GET /report</c>, which a probe asks every second.</summary>
internal sealed class ReportEndpoint(IContainerInventory inventory, ReportRenderer renderer)
{
    public const string Path = "/report";

    public async Task HandleAsync(HttpContext context)
    {
        using var report = renderer.Render(inventory.Current);
        await JsonAnswer.WriteAsync(context, report.Body);
    }
}
