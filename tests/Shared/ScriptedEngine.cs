using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace VolumeCount.Tests;

/// <summary>A web server on a unix socket that stands in for Docker and answers as the test tells it to.</summary>
internal sealed class ScriptedEngine : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private WebApplication? _server;

    private ScriptedEngine()
    {
    }

    public Uri Uri => new($"unix://{_folder.Combine("docker.sock")}");

    /// <summary>The requests that came in, in their order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

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
        var engine = new ScriptedEngine();
        engine._server = await UnixSocketServer.StartAsync(engine.Uri.LocalPath, context =>
        {
            engine._requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            return answer(context);
        });
        return engine;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }
}
