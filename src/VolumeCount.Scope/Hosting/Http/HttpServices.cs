using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VolumeCount.Scope.Hosting.Reports;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Scope.Hosting.Http;

/// <summary>Sets up the HTTP pipeline: Kestrel on the plugin's socket only, its limits, and the two endpoints.</summary>
internal static class HttpServices
{
    /// <summary>
    /// The longest time that a connection may be idle between two requests. A probe sends one each second.
    /// </summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);

    private const string ReportPath = "/report";
    private const string ControlPath = "/control";

    // A probe sends 200 bytes, each second, on a connection that it keeps.
    private const int MaxHeadBytes = 8 << 10;
    private const int MaxHeaders = 32;
    private const int MinBytesPerSecond = 64 << 10;
    private static readonly TimeSpan HeadTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReadGrace = TimeSpan.FromSeconds(5);

    public static void AddHttp(this WebApplicationBuilder builder, PluginSocket socket)
    {
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxHeadBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeadBytes;
            kestrel.Limits.MaxRequestHeaderCount = MaxHeaders;
            kestrel.Limits.MaxRequestBufferSize = PluginListenerFactory.MaxUnreadBytes;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.KeepAliveTimeout = IdleTimeout;
            kestrel.Limits.RequestHeadersTimeout = HeadTimeout;
            kestrel.Limits.MinResponseDataRate = new MinDataRate(MinBytesPerSecond, ReadGrace);
            kestrel.ListenUnixSocket(socket.Path, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                var reports = listen.ApplicationServices.GetRequiredService<ReportConnection>();
                listen.Use(next => context => reports.ServeAsync(context, next));
            });
        });
        builder.Services.AddSingleton(socket);
        builder.Services.AddSingleton<IConnectionListenerFactory, PluginListenerFactory>();
        builder.Services.AddSingleton<ReportConnection>();
        builder.Services.AddSingleton<ControlEndpoint>();
    }

    /// <summary>Routes requests to the two endpoints, whatever their query parameters.</summary>
    public static void UseHttp(this WebApplication app)
    {
        var renderer = app.Services.GetRequiredService<IReportRenderer>();
        var control = app.Services.GetRequiredService<ControlEndpoint>();

        // The path's value, because comparing the path itself would ignore case.
        app.Run(context => context.Request.Path.Value switch
        {
            ReportPath => OnlyAsync(HttpMethods.Get, context, ReportAsync),
            ControlPath when control.HasControls => OnlyAsync(HttpMethods.Post, context, control.HandleAsync),
            _ => JsonResponse.WriteErrorAsync(
                context, StatusCodes.Status404NotFound, $"not found: ask for {ReportPath}"),
        });

        async Task ReportAsync(HttpContext context)
        {
            using var report = renderer.Render();
            await JsonResponse.WriteAsync(context, report.Body);
        }
    }

    private static Task OnlyAsync(string method, HttpContext context, Func<HttpContext, Task> handleAsync)
    {
        if (HttpMethods.Equals(context.Request.Method, method))
            return handleAsync(context);

        context.Response.Headers.Allow = method;
        return JsonResponse.WriteErrorAsync(
            context, StatusCodes.Status405MethodNotAllowed, $"{context.Request.Path} takes {method} only");
    }
}
