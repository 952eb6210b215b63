using System.Collections.Concurrent;
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
            return Answer(context);
        });
    }

    public string Id { get; }

    /// <summary>What it does to a good report before it sends it.</summary>
    public Action<ScriptedReport> Report { get; set; } = _ => { };

    /// <summary>How it answers a request; unless set, with its report.</summary>
    public RequestDelegate Answer { get; set; }

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
}
