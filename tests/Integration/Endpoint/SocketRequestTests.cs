using System.Net.Sockets;
using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Endpoint;

/// <summary>The requests that really come in, byte for byte, over the real socket.</summary>
[Trait(TestForm.Name, TestForm.Any)]
public sealed class SocketRequestTests : IDisposable
{
    private readonly TemporaryFolder _plugins = new();

    [Fact]
    public async Task Report_AskedForByCurl_IsThere()
    {
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);

        var body = await Command.OutputAsync(
            "curl", "--silent", "--show-error", "--fail", "--unix-socket", plugin.SocketPath, "http://plugin/report");

        Assert.Equal("volume-count", JsonNode.Parse(body)!["Plugins"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Report_AskedForByTheProbeAgainAndAgain_KeepsTheConnection()
    {
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);
        using var probe = new PluginClient(plugin.SocketPath);

        for (var second = 0; second < 5; second++)
        {
            await probe.SendAsync(PluginClient.ProbeRequest);
            var response = await probe.ReceiveAsync();

            Assert.Equal(200, response.StatusCode);
            Assert.Equal("application/json", response.Headers["Content-Type"]);
            Assert.Equal("volume-count", response.Json["Plugins"]![0]!["id"]!.GetValue<string>());
            Assert.DoesNotContain("Connection", response.Headers);
        }
    }

    [Fact]
    public async Task Head_OfTheReport_IsRefusedWithoutABody()
    {
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);

        var head = await Command.OutputAsync(
            "curl", "--silent", "--show-error", "--head", "--unix-socket", plugin.SocketPath, "http://plugin/report");

        Assert.StartsWith("HTTP/1.1 405 ", head, StringComparison.Ordinal);
        Assert.Contains("Allow: GET", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WhenDockerHangs_StillRegistersThePluginAtOnce()
    {
        var dockerPath = _plugins.Combine("docker");
        using var docker = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        docker.Bind(new UnixDomainSocketEndPoint(dockerPath));
        docker.Listen();
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", $"unix://{dockerPath}");
        using var asked = await docker.AcceptAsync(TestContext.Current.CancellationToken);

        var report = await PluginClient.ReportAsync(plugin.SocketPath).WaitAsync(
            TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        Assert.Single(report["Plugins"]!.AsArray());
        Assert.Empty(report["Container"]!["nodes"]!.AsObject());
    }

    [Fact]
    public async Task Report_WhenThereIsNoDocker_StillRegistersThePlugin()
    {
        await using var plugin = await PluginProcess.StartAsync(
            _plugins.Path, "--docker-host", $"unix://{_plugins.Combine("nothing")}");
        await plugin.WaitForLogAsync("Docker is not available");

        var report = await PluginClient.ReportAsync(plugin.SocketPath);

        Assert.Single(report["Plugins"]!.AsArray());
        Assert.Empty(report["Container"]!["nodes"]!.AsObject());
    }

    [Fact]
    public async Task Log_AtTheDefaultLevel_HasNothingPerRequest()
    {
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);
        await plugin.WaitForLogAsync("Connected to ");
        var before = plugin.Log.Count;

        for (var i = 0; i < 20; i++)
            await PluginClient.ReportAsync(plugin.SocketPath);
        await plugin.SignalAsync("TERM");
        await plugin.WaitForExitAsync();

        Assert.Equal(before, plugin.Log.Count);
    }

    public void Dispose() => _plugins.Dispose();
}
