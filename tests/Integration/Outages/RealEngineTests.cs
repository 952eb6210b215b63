using System.Diagnostics;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.SocketLife;

namespace VolumeCount.Tests.Integration.Outages;

/// <summary>What the report says while a real engine is away, and when it is back.</summary>
[Collection(nameof(TimedTests))]
public sealed class RealEngineTests : IDisposable
{
    /// <summary>How soon after Docker the counts must be back.</summary>
    private static readonly TimeSpan Comeback = TimeSpan.FromSeconds(2);

    /// <summary>How soon a request must be answered, whatever Docker does: when the probe gives up.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(500);

    private readonly TemporaryFolder _plugins = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_WhenTheEngineIsStartedAfterThePlugin_HasTheCountsWithinTwoSeconds()
    {
        await using var docker = await OwnEngine.PrepareAsync();
        await docker.StartAsync();
        await docker.LoadImageAsync();
        var id = await docker.CreateContainerAsync("--volume", "/a", "--volume", "/b");
        await docker.StopAsync();
        File.Delete(docker.Socket);
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", docker.Host);
        await plugin.WaitForLogAsync("Docker is not available");
        Assert.Contains(
            plugin.Log,
            line => line.Contains("the socket does not exist; see that Docker is running", StringComparison.Ordinal));
        Assert.Empty(await PluginClient.CountsAsync(plugin.SocketPath));

        await docker.StartAsync();

        await CountsAreAsync(plugin, new() { [id] = "2" }, Comeback);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Report_WhenTheEngineIsKilledOrRestarted_KeepsTheCountsForTheWindowAndHasThemBackWithinTwoSeconds(
        bool isKilled)
    {
        await using var docker = await OwnEngine.CreateAsync();
        var stays = await docker.CreateContainerAsync("--volume", "/a");
        await docker.RunAsync("run", "--detach", "--rm", "--network", "none", Engine.Image, "sleep", "1h");
        await using var plugin = await PluginProcess.StartAsync(
            _plugins.Path, "--docker-host", docker.Host, "--window", "6");
        await plugin.WaitForLogAsync("containers known: 2");

        await (isKilled ? docker.KillAsync() : docker.StopAsync());
        await plugin.WaitForLogAsync("Docker is not available");
        var counts = await PluginClient.CountsAsync(plugin.SocketPath);
        Assert.Equal("1", counts[stays]);
        // One that is stopped ends its containers first, and may still tell which of them are gone.
        if (isKilled)
            Assert.Equal(2, counts.Count);
        await CountsAreAsync(plugin, [], TimeSpan.FromSeconds(20));
        await docker.StartAsync();

        // The one with --rm has gone with the engine, which finds out when it is back.
        await CountsAreAsync(plugin, new() { [stays] = "1" }, Comeback);
        Assert.Equal(stays, await docker.RunAsync("ps", "--all", "--quiet", "--no-trunc"));
    }

    [Fact]
    public async Task Report_WhileTheEngineIsFrozen_KeepsTheCountsAndIsAnsweredAtOnce()
    {
        await using var docker = await OwnEngine.CreateAsync();
        var id = await docker.CreateContainerAsync("--volume", "/a");
        await using var plugin = await PluginProcess.StartAsync(
            _plugins.Path, "--docker-host", docker.Host, "--reconcile-interval", "5");
        await plugin.WaitForLogAsync("containers known: 1");

        await docker.SignalAsync("STOP");
        try
        {
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30);)
            {
                var asked = Stopwatch.GetTimestamp();
                Assert.Equal("1", Assert.Single(await PluginClient.CountsAsync(plugin.SocketPath)).Value);
                Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, AtOnce);
                await Task.Delay(100, CancellationToken);
            }
        }
        finally
        {
            await docker.SignalAsync("CONT");
        }

        var next = await docker.CreateContainerAsync();
        await CountsAreAsync(plugin, new() { [id] = "1", [next] = "0" }, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Report_WhileFourShellsCreateAndRemove200Containers_NeverHasAnUnknownOneAndThenExactlyThoseOfDocker()
    {
        await using var docker = await OwnEngine.CreateAsync();
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path, "--docker-host", docker.Host);
        await plugin.WaitForLogAsync("containers known: 0");
        var file = Path.Combine(_plugins.Path, "ids");
        const string Churn = """
            for i in $(seq 50); do
                mapfile -t volumes < <(seq $((i / 5 % 4)) | sed 's,^,--volume=/,')
                id=$(docker --host "$1" create --network none "${volumes[@]}" "$2" sleep 1h) || exit
                echo "$id" >>"$3"
                ((i % 5 == 0)) || docker --host "$1" rm --volumes "$id" >/dev/null
            done
            """;

        var shells = Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Command.RunAsync(
                "bash", ["-c", Churn, "bash", docker.Host, Engine.Image, file], timeout: TimeSpan.FromMinutes(4))));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!shells.IsCompleted)
        {
            seen.UnionWith((await PluginClient.CountsAsync(plugin.SocketPath)).Keys);
            await Task.Delay(50, CancellationToken);
        }

        Assert.All(await shells, result => Assert.Equal(0, result.ExitCode));
        var created = await File.ReadAllLinesAsync(file, CancellationToken);
        Assert.Equal(200, created.Length);
        Assert.Subset(created.ToHashSet(), seen);
        var ids = (await docker.RunAsync("ps", "--all", "--quiet", "--no-trunc")).Split('\n');
        var left = (await docker.RunAsync(["inspect", "--format", "{{.Id}} {{len .Mounts}}", .. ids])).Split('\n')
            .Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1]);
        Assert.Equal(40, left.Count);
        Assert.Equal(["0", "1", "2", "3"], left.Values.Distinct().Order());
        await CountsAreAsync(plugin, left, Comeback);
        Assert.DoesNotContain(plugin.Log, line => line.Contains("not available", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_ToTheEngine_AreOnlyEverGet()
    {
        await using var docker = await OwnEngine.CreateAsync();
        await using var proxy = new RecordingProxy(docker.Socket);
        var first = await docker.CreateContainerAsync();
        await using var plugin = await PluginProcess.StartAsync(
            _plugins.Path, "--docker-host", proxy.Host, "--reconcile-interval", "1");
        await plugin.WaitForLogAsync("containers known: 1");

        var second = await docker.CreateContainerAsync("--volume", "/a");
        await CountsAreAsync(plugin, new() { [first] = "0", [second] = "1" }, Comeback);
        await docker.RunAsync("rename", second, "another");
        await docker.RunAsync("rm", "--volumes", first);
        await CountsAreAsync(plugin, new() { [second] = "1" }, Comeback);
        await Wait.UntilAsync(
            () => proxy.RequestLines().Count(line => line == "GET /containers/json?all=1 HTTP/1.1") >= 3,
            "three lists were made", CancellationToken);

        var lines = proxy.RequestLines();
        Assert.All(lines, line => Assert.Matches("^GET /(version|events|containers/json)[? ]", line));
        Assert.Single(lines, line => line.StartsWith("GET /events?", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("GET /version ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(second, StringComparison.Ordinal));
    }

    public void Dispose() => _plugins.Dispose();

    private static async Task CountsAreAsync(PluginProcess plugin, Dictionary<string, string> expected, TimeSpan deadline)
    {
        Dictionary<string, string> counts = [];
        await Wait.UntilAsync(
            async () =>
            {
                counts = await PluginClient.CountsAsync(plugin.SocketPath);
                return counts.Count == expected.Count && expected.All(
                    count => counts.GetValueOrDefault(count.Key) == count.Value);
            },
            () => $"the counts are {string.Join(", ", expected)}; they were {string.Join(", ", counts)}",
            CancellationToken,
            deadline);
    }
}
