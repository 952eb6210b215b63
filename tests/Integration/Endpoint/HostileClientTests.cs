using System.Diagnostics;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.SocketLife;

namespace VolumeCount.Tests.Integration.Endpoint;

/// <summary>Whatever clients do on the socket, the next probe's request is answered in time.</summary>
[Collection(nameof(TimedTests))]
[Trait(TestForm.Name, TestForm.Any)]
public sealed class HostileClientTests : IAsyncLifetime
{
    /// <summary>When a probe gives up.</summary>
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromMilliseconds(500);

    private readonly TemporaryFolder _plugins = new();
    private ScriptedEngine? _docker;
    private PluginProcess? _plugin;

    private PluginProcess Plugin => _plugin!;

    public static TheoryData<string> MalformedRequests =>
    [
        "\r\n\r\n",
        "hello\r\n\r\n",
        "GET\r\n\r\n",
        "GET /report\r\n\r\n",
        "GET /report HTTP/9.9\r\nHost: plugin\r\n\r\n",
        "GET http:// HTTP/1.1\r\nHost: plugin\r\n\r\n",
        "GET /report HTTP/1.1\r\n\r\n",
        "GET /report HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /report HTTP/1.1\r\nHost: plugin\r\nno colon\r\n\r\n",
        "GET /report HTTP/1.1\r\nHost: plugin\r\nContent-Length: -1\r\n\r\n",
        "GET /report HTTP/1.1\r\nHost: plugin\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "GET /%zz\0report HTTP/1.1\r\nHost: plugin\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0\u0001\0\u0001",
    ];

    [Theory]
    [MemberData(nameof(MalformedRequests))]
    public async Task MalformedRequest_IsNotTheNextOnesBusiness(string request)
    {
        using var client = new PluginClient(Plugin.SocketPath);

        await client.SendAsync(request);

        await AssertProbeIsServedAsync();
    }

    [Theory]
    [InlineData("GET /report?", 'x', " HTTP/1.1\r\nHost: plugin\r\n\r\n", 414)]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\nX-Long: ", 'x', "\r\n\r\n", 431)]
    public async Task HugeHead_IsRefused(string begin, char filling, string end, int statusCode)
    {
        using var client = new PluginClient(Plugin.SocketPath);

        await client.SendAsync(begin + new string(filling, 9_000) + end);

        Assert.Equal(statusCode, (await client.ReceiveAsync()).StatusCode);
        Assert.True(await client.IsAtEndAsync());
        await AssertProbeIsServedAsync();
    }

    [Fact]
    public async Task ManyHeaders_AreRefused()
    {
        using var client = new PluginClient(Plugin.SocketPath);

        var headers = string.Concat(Enumerable.Range(0, 40).Select(i => $"X-{i}: y\r\n"));
        await client.SendAsync($"GET /report HTTP/1.1\r\nHost: plugin\r\n{headers}\r\n");

        Assert.Equal(431, (await client.ReceiveAsync()).StatusCode);
        await AssertProbeIsServedAsync();
    }

    [Fact]
    public async Task BodyOnGet_IsNeverRead()
    {
        using var client = new PluginClient(Plugin.SocketPath);

        await client.SendAsync("GET /report HTTP/1.1\r\nHost: plugin\r\nContent-Length: 1000000000\r\n\r\nbody");

        Assert.True((await client.ReceiveAsync()).StatusCode is 200 or 413);
        Assert.True(await client.IsAtEndAsync());
        await AssertProbeIsServedAsync();
    }

    [Fact]
    public async Task PipelinedRequests_AreAllAnsweredInTheirOrder()
    {
        using var client = new PluginClient(Plugin.SocketPath);

        await client.SendAsync(string.Concat(Enumerable.Repeat(PluginClient.ProbeRequest, 50)) +
            "GET /nothing HTTP/1.1\r\nHost: plugin\r\nConnection: close\r\n\r\n");

        var answer = await client.ReadToEndAsync();
        Assert.Equal(51, answer.Split("HTTP/1.1 ").Length - 1);
        Assert.Equal(50, answer.Split("HTTP/1.1 200 ").Length - 1);
        Assert.Contains("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        await AssertProbeIsServedAsync();
    }

    [Fact]
    public async Task HalfClosedConnection_IsClosed()
    {
        using var client = new PluginClient(Plugin.SocketPath);

        await client.SendAsync(PluginClient.ProbeRequest);
        client.CloseSending();

        // Kestrel takes it for a client that has gone, unless it was quicker.
        await client.ReadToEndAsync();
        await AssertProbeIsServedAsync();
    }

    [Fact]
    public async Task SilentClient_IsHungUpOn()
    {
        using var half = new PluginClient(Plugin.SocketPath);
        await half.SendAsync("GET /report HTTP/1.1\r\nHost: plu");
        using var idle = new PluginClient(Plugin.SocketPath);

        await half.ReadToEndAsync();
        await idle.ReadToEndAsync();

        await AssertProbeIsServedAsync();
    }

    [Fact]
    public async Task ClientThatSendsOneByteAtATime_IsAnsweredAndHoldsNobodyUp()
    {
        using var slow = new PluginClient(Plugin.SocketPath);

        foreach (var character in PluginClient.ProbeRequest)
        {
            await slow.SendAsync(character.ToString());
            await AssertProbeIsServedAsync();
        }

        Assert.Equal(200, (await slow.ReceiveAsync()).StatusCode);
    }

    [Fact]
    public async Task ClientThatDoesNotRead_HoldsNobodyUp()
    {
        for (var i = 0; i < 2000; i++)
            _docker!.Create();
        await Wait.UntilAsync(
            async () => (await PluginClient.CountsAsync(Plugin.SocketPath)).Count == 2001,
            () => "all containers are there",
            TestContext.Current.CancellationToken);
        using var deaf = new PluginClient(Plugin.SocketPath);
        await deaf.SendAsync(string.Concat(Enumerable.Repeat(PluginClient.ProbeRequest, 20)));

        for (var i = 0; i < 10; i++)
            await AssertProbeIsServedAsync();
    }

    [Fact]
    public async Task ThousandConnectionsAtOnce_LeaveOldAndNewProbesServed()
    {
        using var probe = new PluginClient(Plugin.SocketPath);
        await AssertIsServedAsync(probe);
        var clients = Enumerable.Range(0, 1000).Select(_ => new PluginClient(Plugin.SocketPath)).ToList();
        try
        {
            await AssertIsServedAsync(probe);
            await AssertProbeIsServedAsync();

            // Some of them are hung up on meanwhile.
            await Task.WhenAll(clients.Select(client => client.SendAsync(PluginClient.ProbeRequest)))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await AssertProbeIsServedAsync();
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }

        await AssertProbeIsServedAsync();
    }

    public async ValueTask InitializeAsync()
    {
        _docker = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a"}]""");
        _plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", _docker.Uri.ToString());
        await Plugin.WaitForLogAsync("Connected to ");
        await PluginClient.ReportAsync(Plugin.SocketPath);
    }

    public async ValueTask DisposeAsync()
    {
        if (_plugin is not null)
            await _plugin.DisposeAsync();
        if (_docker is not null)
            await _docker.DisposeAsync();
        _plugins.Dispose();
    }

    private static Task AssertIsServedAsync(PluginClient probe) => AssertIsServedAsync(probe, Stopwatch.GetTimestamp());

    private static async Task AssertIsServedAsync(PluginClient probe, long began)
    {
        await probe.SendAsync(PluginClient.ProbeRequest);
        Assert.Equal(200, (await probe.ReceiveAsync()).StatusCode);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, ProbeTimeout);
    }

    /// <summary>Asks as a probe does that was never there before: connecting is part of its time.</summary>
    private async Task AssertProbeIsServedAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var probe = await Task.Run(() => new PluginClient(Plugin.SocketPath), TestContext.Current.CancellationToken);
        await AssertIsServedAsync(probe, began);
    }
}
