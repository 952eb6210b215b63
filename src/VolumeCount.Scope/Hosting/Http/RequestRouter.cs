namespace VolumeCount.Scope.Hosting.Http;

/// <summary>
/// Routes a request to the endpoint for its path, whatever its query parameters. Paths are case-sensitive.
/// </summary>
/// <param name="report">Handles <c>GET /report</c>.</param>
/// <param name="control">Handles <c>POST /control</c>.</param>
internal sealed class RequestRouter(ReportEndpoint report, ControlEndpoint control)
{
    public Task HandleAsync(HttpContext context)
    {
        // The value, because comparing the path itself would ignore case.
        return context.Request.Path.Value switch
        {
            ReportEndpoint.Path => Only(HttpMethods.Get, report.HandleAsync),
            ControlEndpoint.Path when control.HasControls => Only(HttpMethods.Post, control.HandleAsync),
            _ => JsonResponse.WriteErrorAsync(
                context, StatusCodes.Status404NotFound, $"not found: ask for {ReportEndpoint.Path}"),
        };

        Task Only(string method, Func<HttpContext, Task> handle)
        {
            if (HttpMethods.Equals(context.Request.Method, method))
                return handle(context);

            context.Response.Headers.Allow = method;
            return JsonResponse.WriteErrorAsync(
                context, StatusCodes.Status405MethodNotAllowed, $"{context.Request.Path} takes {method} only");
        }
    }
}
