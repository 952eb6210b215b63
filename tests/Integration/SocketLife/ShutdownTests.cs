using System.Diagnostics;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.SocketLife;

/// <summary>SIGTERM and SIGINT end the plugin within a second, and leave nothing behind.</summary>
[Collection(nameof(TimedTests))]
[Trait(TestForm.Name, TestForm.Any)]
public sealed class ShutdownTests : IDisposable
{
    private const int Tries = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _plugins = new();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public Task Signal_ToAnIdlePlugin_EndsItAndRemovesTheSocket(string signal) =>
        IsQuickAsync(plugin => EndAsync(plugin, signal));

    [Fact]
    public Task Signal_WhileAProbeKeepsItsConnection_ClosesItCleanly() => IsQuickAsync(async plugin =>
    {
        using var probe = new PluginClient(plugin.SocketPath);
        await probe.SendAsync(PluginClient.ProbeRequest);
        await probe.ReceiveAsync();

        var took = await EndAsync(plugin);

        Assert.True(await probe.IsAtEndAsync());
        return took;
    });

    [Fact]
    public Task Signal_WhileARequestIsHalfSent_IsNotHeldUpByIt() => IsQuickAsync(async plugin =>
    {
        using var client = new PluginClient(plugin.SocketPath);
        await client.SendAsync("GET /report HTTP/1.1\r\nHost: plu");

        return await EndAsync(plugin);
    });

    [Fact]
    public async Task Signal_WhileALargeReportIsBeingRead_LetsItFinish()
    {
        // Larger than all the buffers between the two ends, so that most of it is still to be sent when the signal comes.
        var containers = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$"""{"Id":"{{i:x64}}","Mounts":[]}"""));
        await using var docker = await ScriptedEngine.StartWithContainersAsync($"[{containers}]");
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", docker.Uri.ToString());
        await plugin.WaitForLogAsync("containers known: 10000");
        using var client = new PluginClient(plugin.SocketPath);
        await client.SendAsync(PluginClient.ProbeRequest);
        await client.WaitForDataAsync();

        await plugin.SignalAsync("TERM");
        await Wait.UntilAsync(
            () => !File.Exists(plugin.SocketPath), "the socket is removed", TestContext.Current.CancellationToken);
        var response = await client.ReceiveAsync();

        Assert.Equal(10_000, response.Json["Container"]!["nodes"]!.AsObject().Count);
        Assert.Equal(0, await plugin.WaitForExitAsync());
    }

    [Fact]
    public async Task Signal_WhileDockerHangs_EndsThePluginAllTheSame()
    {
        await using var docker = await ScriptedEngine.StartAsync(
            context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await IsQuickAsync(
            async plugin =>
            {
                await Wait.UntilAsync(
                    () => docker.Requests.Count > 0, "Docker is asked", TestContext.Current.CancellationToken);
                return await EndAsync(plugin);
            },
            "--docker-host",
            docker.Uri.ToString());
    }

    public void Dispose() => _plugins.Dispose();

    /// <summary>
    /// Repeats a scenario until its end was quick once: on a busy machine, a single try measures the machine.
    /// </summary>
    private async Task IsQuickAsync(Func<PluginProcess, Task<TimeSpan>> scenario, params string[] options)
    {
        var times = new List<TimeSpan>();
        while (times.Count < Tries)
        {
            await using var plugin = await PluginProcess.StartAsync(_plugins.Path, options);
            times.Add(await scenario(plugin));
            if (times[^1] < Limit)
                return;
        }

        Assert.Fail($"The plugin ended after {string.Join(", ", times)}.");
    }

    /// <summary>Ends the plugin with a signal.</summary>
    /// <returns>How long it took.</returns>
    private async Task<TimeSpan> EndAsync(PluginProcess plugin, string signal = "TERM")
    {
        var sent = Stopwatch.GetTimestamp();
        await plugin.SignalAsync(signal);

        Assert.Equal(0, await plugin.WaitForExitAsync());
        var took = Stopwatch.GetElapsedTime(sent);
        Assert.Empty(Directory.GetFileSystemEntries(_plugins.Path));
        return took;
    }
}
