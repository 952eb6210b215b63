using System.Text;
using System.Text.Json;
using VolumeCount.Inventory;

namespace VolumeCount.Report;

/// <summary>Answers the probe: <c>GET /report</c>, whatever its query parameters, and nothing else.</summary>
internal sealed class ReportEndpoint(IContainerInventory inventory)
{
    private const string ReportPath = "/report";

    public Task HandleAsync(HttpContext context)
    {
        // The value, because comparing the path itself would ignore case.
        if (context.Request.Path.Value != ReportPath)
            return RefuseAsync(context, StatusCodes.Status404NotFound, $"nothing is here: ask for {ReportPath}");

        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Get;
            return RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, $"{ReportPath} can only be read: use GET");
        }

        var report = VolumeCountReport.From(inventory.Current);
        return WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(report, VolumeCountReportContext.Default.VolumeCountReport));
    }

    private static Task RefuseAsync(HttpContext context, int statusCode, string error)
    {
        context.Response.StatusCode = statusCode;
        return WriteAsync(context, Encoding.UTF8.GetBytes($$"""{"error":"{{JsonEncodedText.Encode(error)}}"}"""));
    }

    private static Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
