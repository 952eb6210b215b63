using VolumeCount.Controls;
using VolumeCount.Report;

namespace VolumeCount.Requests;

/// <summary>
/// Finds who answers a request: what a probe asks for, whatever the query parameters, and nothing else. The paths are two, and
/// compared to the letter.
/// </summary>
/// <param name="report">Answers <c>GET /report</c>.</param>
/// <param name="control">Answers <c>POST /control</c>.</param>
internal sealed class RequestRouter(ReportEndpoint report, ControlEndpoint control)
{
    public Task HandleAsync(HttpContext context)
    {
        // The value, because comparing the path itself would ignore case.
        return context.Request.Path.Value switch
        {
            ReportEndpoint.Path => Only(HttpMethods.Get, report.HandleAsync),
            ControlEndpoint.Path when control.HasControls => Only(HttpMethods.Post, control.HandleAsync),
            _ => JsonAnswer.RefuseAsync(
                context, StatusCodes.Status404NotFound, $"nothing is here: ask for {ReportEndpoint.Path}"),
        };

        Task Only(string method, Func<HttpContext, Task> handle)
        {
            if (HttpMethods.Equals(context.Request.Method, method))
                return handle(context);

            context.Response.Headers.Allow = method;
            return JsonAnswer.RefuseAsync(
                context, StatusCodes.Status405MethodNotAllowed, $"{context.Request.Path} takes {method} only");
        }
    }
}
