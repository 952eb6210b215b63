using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.SocketLife;

/// <summary>SIGTERM and SIGINT end the plugin within a second, and leave nothing behind.</summary>
[Collection(nameof(TimedTests))]
[Trait(TestForm.Name, TestForm.Any)]
public sealed class ShutdownTests : IDisposable
{
    private static readonly TimeSpan ExitDeadline = TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _plugins = new();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_ToAnIdlePlugin_EndsItAndRemovesTheSocket(string signal)
    {
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);

        await plugin.SignalAsync(signal);

        Assert.Equal(0, await plugin.WaitForExitAsync(ExitDeadline));
        Assert.Empty(Directory.GetFileSystemEntries(_plugins.Path));
    }

    [Fact]
    public async Task Signal_WhileAProbeKeepsItsConnection_ClosesItCleanly()
    {
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);
        using var probe = new PluginClient(plugin.SocketPath);
        await probe.SendAsync(PluginClient.ProbeRequest);
        await probe.ReceiveAsync();

        await plugin.SignalAsync("TERM");

        Assert.True(await probe.IsAtEndAsync());
        Assert.Equal(0, await plugin.WaitForExitAsync(ExitDeadline));
    }

    [Fact]
    public async Task Signal_WhileARequestIsHalfSent_IsNotHeldUpByIt()
    {
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);
        using var client = new PluginClient(plugin.SocketPath);
        await client.SendAsync("GET /report HTTP/1.1\r\nHost: plu");

        await plugin.SignalAsync("TERM");

        Assert.Equal(0, await plugin.WaitForExitAsync(ExitDeadline));
        Assert.Empty(Directory.GetFileSystemEntries(_plugins.Path));
    }

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
        await Wait.UntilAsync(() => !File.Exists(plugin.SocketPath), "the socket is removed", TestContext.Current.CancellationToken);
        var response = await client.ReceiveAsync();

        Assert.Equal(10_000, response.Json["Container"]!["nodes"]!.AsObject().Count);
        Assert.Equal(0, await plugin.WaitForExitAsync());
    }

    [Fact]
    public async Task Signal_WhileDockerHangs_EndsThePluginAllTheSame()
    {
        await using var docker = await ScriptedEngine.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", docker.Uri.ToString());
        await Wait.UntilAsync(() => docker.Requests.Count > 0, "Docker is asked", TestContext.Current.CancellationToken);

        await plugin.SignalAsync("TERM");

        Assert.Equal(0, await plugin.WaitForExitAsync(ExitDeadline));
    }

    public void Dispose() => _plugins.Dispose();
}
