using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Podman.Infrastructure;

namespace VolumeCount.Tests.Integration.Podman;

/// <summary>The plugin with a real Podman: what it reports is what <c>podman inspect</c> has.</summary>
public sealed class PodmanTests(OwnPodman podman) : IClassFixture<OwnPodman>, IAsyncDisposable
{
    private readonly TemporaryFolder _plugins = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_OfContainersOfEveryKind_HasTheMountsThatPodmanInspects()
    {
        await podman.StartAsync();
        var folder = podman.Folder();
        var counts = new Dictionary<string, string>
        {
            [await CreateAsync()] = "1",
            [await CreateAsync("--volume", "named:/data", "--volume", "named:/again:ro")] = "3",
            [await CreateAsync("--volume", "/anonymous")] = "2",
            [await CreateAsync("--volume", "named:/own")] = "1",
            [await CreateAsync("--volume", $"{folder}:/bind", "--volume", $"{folder}:/bind-ro:ro")] = "3",
            [await CreateAsync("--tmpfs", "/tmpfs")] = "1",
        };
        var exited = await RunAsync("--volume", "/data");
        counts[exited] = "2";
        await podman.RunAsync("kill", exited);

        // Versions of Podman count these differently.
        var image = $"type=image,source={OwnPodman.Image},destination=/image";
        await CreateAsync("--mount", image);
        await RunAsync("--mount", image);
        await RunAsync("--name", "source", "--volume", "named:/data", "--volume", $"{folder}:/bind", "--tmpfs", "/tmpfs");
        await RunAsync("--volumes-from", "source");
        await podman.RunAsync("pod", "create", "--name", "pod", "--volume", "named:/shared");
        await RunAsync("--pod", "pod");
        await podman.CreateSecretAsync("password");
        await CreateAsync("--secret", "password");
        await RunAsync("--secret", "password,target=/password", "--secret", "password,type=env,target=PASSWORD");
        await using var plugin = await StartPluginAsync();

        await WaitForCountsAsync(plugin);

        Assert.Superset(counts.ToHashSet(), (await PluginClient.CountsAsync(plugin.SocketPath)).ToHashSet());
        await plugin.WaitForLogAsync("Connected to Podman");
    }

    [Fact]
    public async Task Report_OfOverlayMounts_HasTheMountsThatPodmanInspects()
    {
        await podman.StartAsync();
        if (await podman.OverlayErrorAsync() is { } error)
            Requirement.Skip($"needs a kernel that mounts overlays in the folder for temporary files: {error}");
        var overlay = $"{podman.Folder()}:/overlay:O";
        await using var plugin = await StartPluginAsync("--reconcile-interval", "3600", "--poll-interval", "3600");
        await plugin.WaitForLogAsync("Connected to Podman");

        var id = await CreateAsync("--volume", overlay);
        await WaitForCountsAsync(plugin, id);
        await podman.RunAsync("start", id);
        await WaitForCountsAsync(plugin, id, await RunAsync("--volume", overlay, "--volume", "/data"));
        Assert.Equal("2", (await PluginClient.CountsAsync(plugin.SocketPath))[id]);
    }

    [Fact]
    public async Task Report_WhileContainersChange_FollowsPodman()
    {
        await podman.StartAsync();

        // No list repairs what the events lack.
        await using var plugin = await StartPluginAsync(
            "--reconcile-interval", "3600", "--poll-interval", "3600", "--describe", "always");
        await plugin.WaitForLogAsync("Connected to Podman");

        var web = await CreateAsync("--name", "web", "--stop-timeout", "0", "--volume", "/data");
        await WaitForCountsAsync(plugin, web);
        await podman.RunAsync("rename", "web", "web-2");
        await WaitForNameAsync(plugin, web, "web-2");
        await podman.RunAsync("start", web);
        await podman.RunAsync("restart", "--time", "0", web);
        await WaitForStateAsync(plugin, web, "running");

        var gone = await RunAsync("--rm", "--volume", "/data");
        await WaitForCountsAsync(plugin, gone);
        await podman.RunAsync("kill", gone);
        await WaitForNameAsync(plugin, gone, null);

        var replacement = await CreateAsync("--name", "web-2", "--replace", "--volume", "/data", "--volume", "/logs");
        await WaitForNameAsync(plugin, web, null);
        await WaitForCountsAsync(plugin, replacement);

        await podman.RunAsync("pod", "create", "--name", "pod");
        var member = await RunAsync("--pod", "pod", "--mount", $"type=image,source={OwnPodman.Image},destination=/image");
        await WaitForCountsAsync(plugin, member);
        await podman.RunAsync("pod", "rm", "--force", "--time", "0", "pod");
        await WaitForCountsAsync(plugin);
        Assert.Equal([replacement], (await PluginClient.CountsAsync(plugin.SocketPath)).Keys);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task Report_WhenTheServiceIsRestarted_IsRightAgain(string signal)
    {
        await podman.StartAsync();
        await RunAsync("--volume", "/data");
        await using var plugin = await StartPluginAsync("--window", "1");
        await WaitForCountsAsync(plugin);

        await podman.StopAsync(signal);
        await Wait.UntilAsync(
            async () => (await PluginClient.CountsAsync(plugin.SocketPath)).Count == 0,
            () => $"the report has no containers; the plugin logged:\n{string.Join('\n', plugin.Log)}",
            Cancellation,
            TimeSpan.FromSeconds(30));

        await podman.StartAsync();
        await WaitForCountsAsync(plugin, await CreateAsync("--volume", "/data", "--volume", "/logs"));
    }

    [Fact]
    public async Task Report_OfAPodmanWithoutEvents_IsPolled()
    {
        await podman.StartAsync(events: "none");
        await using var plugin = await StartPluginAsync(
            "--poll-interval", "1", "--reconcile-interval", "3600", "--describe", "always");
        await plugin.WaitForLogAsync("Connected to Podman");

        var id = await RunAsync("--volume", "/data");
        await WaitForCountsAsync(plugin, id);
        await podman.RunAsync("rm", "--force", "--time", "0", id);
        await WaitForNameAsync(plugin, id, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (podman.IsRunning)
            await podman.RemoveAllAsync();
        _plugins.Dispose();
    }

    private Task<string> CreateAsync(params string[] options) => NewAsync("create", options);

    private Task<string> RunAsync(params string[] options) => NewAsync("run", ["--detach", .. options]);

    // With --replace, the line before the id is the name of what was replaced.
    private async Task<string> NewAsync(string command, string[] options) =>
        (await podman.RunAsync([command, .. options, OwnPodman.Image])).Split('\n')[^1];

    private Task<PluginProcess> StartPluginAsync(params string[] options) =>
        PluginProcess.StartAsync(_plugins.Path, ["--docker-host", $"unix://{podman.Socket}", .. options]);

    /// <summary>
    /// Waits until the report has the counts of <c>podman inspect</c>, and the given containers among them.
    /// </summary>
    private async Task WaitForCountsAsync(PluginProcess plugin, params string[] ids)
    {
        var expected = await podman.MountCountsAsync();
        Assert.All(ids, id => Assert.Contains(id, expected.Keys));
        Dictionary<string, string> reported = [];
        await Wait.UntilAsync(
            async () =>
            {
                reported = await PluginClient.CountsAsync(plugin.SocketPath);
                return expected.Count == reported.Count && !expected.Except(reported).Any();
            },
            () => $"the report has {Text(expected)}; it has {Text(reported)}; "
                + $"the plugin logged:\n{string.Join('\n', plugin.Log)}",
            Cancellation,
            TimeSpan.FromSeconds(30));

        static string Text(Dictionary<string, string> counts) =>
            string.Join(", ", counts.Select(count => $"{count.Key[..12]}={count.Value}").Order());
    }

    private static Task WaitForNameAsync(PluginProcess plugin, string id, string? name) =>
        WaitForValueAsync(plugin, id, "docker_container_name", name);

    private static Task WaitForStateAsync(PluginProcess plugin, string id, string state) =>
        WaitForValueAsync(plugin, id, "docker_container_state", state);

    /// <summary>Waits for a value of a described container; null for a container that is not reported.</summary>
    private static Task WaitForValueAsync(PluginProcess plugin, string id, string key, string? value)
    {
        JsonNode? report = null;
        return Wait.UntilAsync(
            async () =>
            {
                report = await PluginClient.ReportAsync(plugin.SocketPath);
                var node = report["Container"]!["nodes"]?[$"{id};<container>"];
                return node?["latest"]![key]!["value"]!.GetValue<string>() == value;
            },
            () => $"{key} of container {id} is {value ?? "gone"}; the report is {report}",
            Cancellation,
            TimeSpan.FromSeconds(30));
    }
}
