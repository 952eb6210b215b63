using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Counts;

/// <summary>The counts in the report are those that Docker's own command line shows.</summary>
[Trait(TestForm.Name, TestForm.Any)]
public sealed class CountsTests(Engine engine) : IDisposable
{
    /// <summary>How soon a change must show.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly TemporaryFolder _plugins = new();
    private readonly TemporaryFolder _bind = new();

    [Fact]
    public async Task Report_ForARunningContainerWithEveryKindOfMount_CountsEachOfThem()
    {
        await using var volume = engine.Volume();
        await using var container = engine.Container()
            .WithVolumeMount(volume, "/named")
            .WithBindMount(_bind.Path, "/bind")
            .WithTmpfsMount("/tmpfs")
            .Build();
        await container.StartAsync(TestContext.Current.CancellationToken);

        await AssertCountAsync(container.Id, "running", 3);
    }

    [Fact]
    public async Task Report_ForARunningContainerWithoutMounts_CountsNone() =>
        await AssertCountAsync(await engine.RunAsync(), "running", 0);

    [Fact]
    public async Task Report_ForAContainerWithAnonymousVolumes_CountsThem() =>
        await AssertCountAsync(await engine.RunAsync("--volume", "/a", "--volume", "/b"), "running", 2);

    [Fact]
    public async Task Report_ForAPausedContainer_CountsItsMounts()
    {
        await using var container = engine.Container().WithTmpfsMount("/tmpfs").Build();
        await container.StartAsync(TestContext.Current.CancellationToken);
        await container.PauseAsync(TestContext.Current.CancellationToken);

        await AssertCountAsync(container.Id, "paused", 1);
        await container.UnpauseAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Report_ForAStoppedContainer_CountsItsMounts()
    {
        var id = await engine.RunAsync("--volume", $"{_bind.Path}:/bind:ro", "--volume", "/a");
        await DockerCli.RunAsync("kill", id);

        await AssertCountAsync(id, "exited", 2);
    }

    [Fact]
    public async Task Report_ForAContainerThatWasNeverStarted_CountsItsMounts()
    {
        var id = await engine.CreateAsync(
            "--volume", "/a", "--volume", "/b", "--volume", $"{_bind.Path}:/c",
            "--mount", "type=tmpfs,destination=/d", "--mount", "type=volume,destination=/e");

        await AssertCountAsync(id, "created", 5);
    }

    [Fact]
    public async Task Report_OnceDockerHasAnswered_HasTheContainersThatDockerHasAndNoOthers()
    {
        await engine.CreateAsync();
        await engine.RunAsync();
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);

        await EventuallyAsync(
            async () => (await DockerCli.AllIdsAsync()).SetEquals((await PluginClient.CountsAsync(plugin.SocketPath)).Keys),
            "the report has exactly the containers of docker ps --all");
    }

    [Fact]
    public async Task Report_AfterAContainerIsCreatedAndRemoved_ShowsBothWithinTwoSeconds()
    {
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);
        await plugin.WaitForLogAsync("Connected to ");

        var id = await engine.CreateAsync("--volume", "/a");
        await EventuallyAsync(
            async () => (await PluginClient.CountsAsync(plugin.SocketPath)).GetValueOrDefault(id) == "1",
            "the new container shows");

        await DockerCli.RunAsync("rm", "--volumes", id);
        await EventuallyAsync(
            async () => !(await PluginClient.CountsAsync(plugin.SocketPath)).ContainsKey(id),
            "the removed container is gone");
    }

    [Fact]
    public async Task Report_ForContainersThatShareAVolume_NamesTheOthersAfterARenameAndARemoval()
    {
        var volume = $"vc-{Guid.NewGuid():n}";
        await engine.CreateVolumeAsync(volume);
        var id = await engine.CreateAsync("--volume", $"{volume}:/data", "--volume", "/etc/localtime:/etc/localtime:ro");
        var other = await engine.CreateAsync("--volume", $"{volume}:/backup");
        await engine.CreateAsync("--volume", "/etc/localtime:/etc/localtime:ro");
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);
        await EventuallyAsync(
            async () => await SharedAsync(id) == await NameAsync(other) && await SharedAsync(other) == await NameAsync(id),
            "each names the other");

        await DockerCli.RunAsync("rename", other, $"{volume}-renamed");
        await EventuallyAsync(async () => await SharedAsync(id) == $"{volume}-renamed", "the new name shows");

        await DockerCli.RunAsync("rm", other);
        await EventuallyAsync(async () => await SharedAsync(id) is null, "the row is removed");

        async Task<string?> SharedAsync(string container) =>
            (await PluginClient.ReportAsync(plugin.SocketPath))["Container"]!["nodes"]![$"{container};<container>"]?
                ["latest"]!["shares_volumes_with"]?["value"]!.GetValue<string>();

        static async Task<string> NameAsync(string container) =>
            (await DockerCli.RunAsync("inspect", "--format", "{{.Name}}", container)).TrimStart('/');
    }

    [Fact]
    public async Task ReportCommand_AsATable_ShowsNameShortIdStateAndCount()
    {
        var id = await engine.CreateAsync("--volume", "/a", "--volume", "/b");
        var name = (await DockerCli.RunAsync("inspect", "--format", "{{.Name}}", id)).TrimStart('/');

        var result = await PluginProcess.RunAsync("report");

        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.Split('\n');
        Assert.Equal(["NAME", "CONTAINER ID", "STATE", "VOLUMES", "SHARES VOLUMES WITH"], Cells(lines[0]));
        Assert.Contains(lines, line => Cells(line) is [var n, var i, "created", "2"] && n == name && i == id[..12]);

        static string[] Cells(string line) =>
            line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [Fact]
    public async Task ReportCommand_AsJson_PrintsTheReportThatScopeGets()
    {
        var id = await engine.CreateAsync("--volume", "/a");

        var result = await PluginProcess.RunAsync("report", "--format", "json");

        Assert.Equal(0, result.ExitCode);
        var report = System.Text.Json.Nodes.JsonNode.Parse(result.Output)!;
        Assert.Equal("volume-count", report["Plugins"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(
            "1",
            report["Container"]!["nodes"]![$"{id};<container>"]!["latest"]!["volume_count"]!["value"]!.GetValue<string>());
    }

    public void Dispose()
    {
        _plugins.Dispose();
        _bind.Dispose();
    }

    private async Task AssertCountAsync(string id, string state, int count)
    {
        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);
        await plugin.WaitForLogAsync("Connected to ");

        var counts = await PluginClient.CountsAsync(plugin.SocketPath);

        Assert.Equal((state, count), await DockerCli.InspectAsync(id));
        Assert.Equal($"{count}", counts.GetValueOrDefault(id));
    }

    private static Task EventuallyAsync(Func<Task<bool>> condition, string what) =>
        Wait.UntilAsync(condition, () => what, TestContext.Current.CancellationToken, Freshness);
}
