using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bogus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A plugin in this process that says what the test tells it to: at first, a good report without nodes.</summary>
internal sealed class ScriptedPlugin : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedPlugin(string pluginsDirectory, string id)
    {
        Id = id;
        Answer = context => context.Response.WriteAsync(Script().ToString());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(Path.Combine(pluginsDirectory, $"{id}.sock")));
        _app = builder.Build();
        _app.Run(context =>
        {
            Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            return context.Request.Path == "/control" ? ObeyAsync(context) : Answer(context);
        });
    }

    public string Id { get; }

    /// <summary>What it does to a good report before it sends it.</summary>
    public Action<ScriptedReport> Report { get; set; } = _ => { };

    /// <summary>How it answers a request for its report; unless set, with that.</summary>
    public RequestDelegate Answer { get; set; }

    /// <summary>How it answers an order; unless set, that it is done.</summary>
    public Func<IResult> Order { get; set; } = () => Results.Text("{}", "application/json");

    /// <summary>The orders that came in, in their order.</summary>
    public ConcurrentQueue<JsonNode> Orders { get; } = [];

    /// <summary>The requests that came in, in their order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Starts a plugin, under a name that no other has unless one is given.</summary>
    public static async Task<ScriptedPlugin> StartAsync(string pluginsDirectory, string? id = null)
    {
        var plugin = new ScriptedPlugin(pluginsDirectory, id ?? $"scripted-{new Faker().Random.AlphaNumeric(8)}");
        await plugin._app.StartAsync(TestContext.Current.CancellationToken);
        return plugin;
    }

    /// <summary>The report that it would send now.</summary>
    public ScriptedReport Script()
    {
        var report = new ScriptedReport(Id);
        Report(report);
        return report;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ObeyAsync(HttpContext context)
    {
        Orders.Enqueue((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!);
        await Order().ExecuteAsync(context);
    }
}
