using System.Collections.Concurrent;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>Stands between the plugin and the real engine, hands everything on, and remembers what was asked.</summary>
internal sealed class RecordingEngine : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly HttpClient _engine;
    private WebApplication? _server;

    private RecordingEngine(string engineSocket) => _engine = new HttpClient(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(engineSocket), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public string SocketPath => _folder.Combine("docker.sock");

    /// <summary>Method, path and query of every request, in their order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public static async Task<RecordingEngine> StartAsync(string engineSocket)
    {
        var recorder = new RecordingEngine(engineSocket);
        recorder._server = await UnixSocketServer.StartAsync(recorder.SocketPath, recorder.HandOnAsync);
        return recorder;
    }

    public async ValueTask DisposeAsync()
    {
        // A stream of events ends only when the engine's side does.
        _engine.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task HandOnAsync(HttpContext context)
    {
        var target = $"{context.Request.Path}{context.Request.QueryString}";
        _requests.Enqueue($"{context.Request.Method} {target}");

        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"http://docker{target}");
        using var response = await _engine.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.StartAsync(context.RequestAborted);
        await using var body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        var buffer = new byte[1 << 16];
        while (await body.ReadAsync(buffer, context.RequestAborted) is var length and > 0)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, length), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
