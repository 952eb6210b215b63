using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VolumeCount.Tests;

/// <summary>A web server on a unix socket that stands in for Docker and answers as the test tells it to.</summary>
internal sealed class ScriptedEngine : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private ScriptedEngine(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(_folder.Combine("docker.sock")));
        _app = builder.Build();
        _app.Run(context =>
        {
            Requests.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            return answer(context);
        });
    }

    public Uri Uri => new($"unix://{_folder.Combine("docker.sock")}");

    /// <summary>The requests that came in, in their order.</summary>
    public IList<string> Requests { get; } = [];

    public static Task<ScriptedEngine> StartAsync(string body, int statusCode = StatusCodes.Status200OK) => StartAsync(context =>
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    });

    /// <summary>Starts an engine that has the given containers, as Docker would list them.</summary>
    public static Task<ScriptedEngine> StartWithContainersAsync(string containers) => StartAsync(context =>
        context.Response.WriteAsync(
            context.Request.Path == "/version" ? """{"Version":"1.0","ApiVersion":"1.44"}""" : containers));

    public static async Task<ScriptedEngine> StartAsync(RequestDelegate answer)
    {
        var engine = new ScriptedEngine(answer);
        await engine._app.StartAsync(TestContext.Current.CancellationToken);
        return engine;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
