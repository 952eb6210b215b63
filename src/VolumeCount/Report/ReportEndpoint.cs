using VolumeCount.Inventory;
using VolumeCount.Requests;

namespace VolumeCount.Report;

/// <summary>Answers <c>GET /report</c>, which a probe asks every second.</summary>
internal sealed class ReportEndpoint(IContainerInventory inventory, ReportRenderer renderer)
{
    public const string Path = "/report";

    public Task HandleAsync(HttpContext context) =>
        JsonAnswer.WriteAsync(context, renderer.Render(inventory.Current));
}
