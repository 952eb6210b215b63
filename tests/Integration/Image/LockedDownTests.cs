using System.Globalization;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>The image needs none of what an operator can take away from it, and does no more than it says.</summary>
[Trait(TestForm.Name, TestForm.Image)]
public sealed class LockedDownTests(Engine engine) : IDisposable
{
    private const UnixFileMode Shared =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;

    // Not the id of a user on any machine.
    private const string Stranger = "54321:54321";

    private readonly TemporaryFolder _plugins = new();

    [Fact]
    public async Task Run_AsTheFoldersOwner_ReportsWhatDockerHas()
    {
        await using var image = await StartAsync();

        await AssertReportsAsync(image);
    }

    [Fact]
    public async Task Run_AsAnUnprivilegedUserWithTheTwoFoldersGroups_ReportsWhatDockerHas()
    {
        File.SetUnixFileMode(_plugins.Path, Shared);
        await using var image = await RunningImage.StartAsync(
            _plugins.Path,
            [
                .. PluginImage.LockedDown, "--user", Stranger,
                "--group-add", await PluginImage.GroupOfAsync(_plugins.Path),
                "--group-add", await PluginImage.GroupOfAsync(DockerSocket.Path),
            ]);

        // Only the plugin's own user, and root, may connect: the container's own health check is such a client.
        await image.HealthcheckAsync();
        Assert.Equal("54321 600", await Command.OutputAsync("stat", "--format", "%u %a", image.SocketPath));
        if (Environment.IsPrivilegedProcess)
            await AssertReportsAsync(image);
    }

    [Fact]
    public async Task Run_AsAnUnprivilegedUserWithoutTheGroup_SaysWhatIsMissing()
    {
        var result = await Command.RunAsync(
            "docker",
            [
                "run", "--rm", .. Engine.Marks(), .. PluginImage.LockedDown, "--user", Stranger,
                "--volume", $"{_plugins.Path}:/var/run/scope/plugins", PluginImage.Require(),
            ]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "volume-count: /var/run/scope/plugins/volume-count.sock: no permission", Assert.Single(result.ErrorLines),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_WhileItServes_HasNoCapabilityAndTheDefaultSeccompFilter()
    {
        await using var image = await StartAsync();
        await AssertReportsAsync(image);

        var lines = (await image.BesideAsync("cat", "/proc/1/status")).Split('\n');
        var status = lines.Select(line => line.Split(':', 2)).ToDictionary(field => field[0], field => field[1].Trim());

        Assert.Equal("volume-count", status["Name"]);
        Assert.Equal(["0000000000000000"], lines.Where(line => line.StartsWith("Cap", StringComparison.Ordinal))
            .Select(line => line.Split(':')[1].Trim()).Distinct());
        Assert.Equal("1", status["NoNewPrivs"]);
        // SECCOMP_MODE_FILTER
        Assert.Equal("2", status["Seccomp"]);
        Assert.InRange(int.Parse(status["Threads"], CultureInfo.InvariantCulture), 1, 32);
    }

    [Fact]
    public async Task Threads_WhileItServes_AreNotOnePerProcessor()
    {
        await using var image = await StartAsync();
        await AssertReportsAsync(image);

        var threads = (await image.BesideAsync("sh", "-c", "cat /proc/1/task/*/comm")).Split('\n');

        Assert.Contains(threads, name => name.StartsWith(".NET", StringComparison.Ordinal));
        Assert.DoesNotContain(".NET Server GC", threads);
    }

    [Fact]
    public async Task Network_WhileItServes_HasNoSocketOfItsOwn()
    {
        await using var image = await StartAsync();
        await AssertReportsAsync(image);

        var sockets = await image.BesideAsync(
            "sh", "-c", "cd /proc/1/net && tail -q -n +2 tcp tcp6 udp udp6 raw raw6 packet");

        Assert.Empty(sockets);
    }

    [Fact]
    public async Task Files_WhereItMayWriteAnything_AreUntouchedButForItsSocket()
    {
        await using var image = await RunningImage.StartAsync(
            _plugins.Path, ["--network", "none", .. await AsOwnerAsync()]);
        await AssertReportsAsync(image);
        await image.HealthcheckAsync();

        var changes = (await image.DiffAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal([image.SocketPath], Directory.GetFileSystemEntries(_plugins.Path));
        // The engine makes the places that it mounts things at.
        string[] mounts = ["/var/run/scope/plugins", "/var/run/docker.sock", "/run/scope/plugins", "/run/docker.sock"];
        Assert.All(
            changes, change => Assert.Contains(mounts, mount => mount.StartsWith(change[2..], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Docker_WhileItServes_IsOnlyEverAskedWithGet()
    {
        await using var docker = await RecordingEngine.StartAsync(DockerSocket.Path);
        await using var image = await RunningImage.StartAsync(
            _plugins.Path, docker.SocketPath, [.. PluginImage.LockedDown, .. await AsOwnerAsync()]);

        // A change too, so that whatever follows changes is seen as well.
        await AssertReportsAsync(image);
        await AssertReportsAsync(image);

        Assert.NotEmpty(docker.Requests);
        Assert.All(docker.Requests, request => Assert.Matches(
            @"^GET /(v[\d.]+/)?(version|_ping|info|events|containers/json)(\?|$)", request));
    }

    public void Dispose() => _plugins.Dispose();

    /// <summary>
    /// Without capabilities root has no more rights than another user, so the plugin runs as the owner of the tests' folder,
    /// as it does of Scope's, which is root's.
    /// </summary>
    private static async Task<string[]> AsOwnerAsync() =>
    [
        "--user", $"{await Command.OutputAsync("id", "-u")}:{await Command.OutputAsync("id", "-g")}",
        "--group-add", await PluginImage.GroupOfAsync(DockerSocket.Path),
    ];

    private async Task<RunningImage> StartAsync() =>
        await RunningImage.StartAsync(_plugins.Path, [.. PluginImage.LockedDown, .. await AsOwnerAsync()]);

    /// <summary>Makes a new container and waits until the plugin reports it with the right count.</summary>
    private async Task AssertReportsAsync(RunningImage image)
    {
        var id = await engine.CreateAsync("--volume", "/a", "--mount", "type=tmpfs,destination=/b");
        var (_, mounts) = await DockerCli.InspectAsync(id);
        await Wait.UntilAsync(
            async () => (await PluginClient.CountsAsync(image.SocketPath)).GetValueOrDefault(id) == $"{mounts}",
            () => $"{id} is reported with {mounts} mounts",
            TestContext.Current.CancellationToken);
    }
}
