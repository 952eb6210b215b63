using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>
/// A container of the plugin, started in the background as the README does, with the folders where it expects them.
/// </summary>
internal sealed class RunningImage : IAsyncDisposable
{
    private readonly string _id;

    private RunningImage(string id, string pluginsDirectory)
    {
        _id = id;
        SocketPath = Path.Combine(pluginsDirectory, "volume-count.sock");
    }

    public string SocketPath { get; }

    /// <summary>Starts a container and waits until the plugin listens.</summary>
    /// <param name="pluginsDirectory">The folder on the host that becomes Scope's.</param>
    /// <param name="options">More options of <c>docker run</c>.</param>
    public static Task<RunningImage> StartAsync(string pluginsDirectory, params string[] options) =>
        StartAsync(pluginsDirectory, DockerSocket.Path, options);

    /// <summary>Starts a container that reaches Docker through another socket.</summary>
    public static async Task<RunningImage> StartAsync(string pluginsDirectory, string dockerSocket, string[] options)
    {
        var id = await DockerCli.RunAsync(
        [
            "run", "--detach", .. Engine.Marks(),
            "--volume", $"{pluginsDirectory}:/var/run/scope/plugins", "--volume", $"{dockerSocket}:/var/run/docker.sock",
            .. options, PluginImage.Require(),
        ]);
        var image = new RunningImage(id, pluginsDirectory);
        try
        {
            await Wait.UntilAsync(
                async () => (await image.LogAsync()).Contains("Listening on ", StringComparison.Ordinal),
                () => $"the plugin in {id} listens; see docker logs {id}",
                TestContext.Current.CancellationToken);
            return image;
        }
        catch
        {
            await image.DisposeAsync();
            throw;
        }
    }

    public async Task<string> LogAsync() => (await Command.RunAsync("docker", ["logs", _id])).Error;

    /// <summary>The container as <c>docker inspect</c> shows it.</summary>
    public async Task<JsonNode> InspectAsync() => JsonNode.Parse(await DockerCli.RunAsync("container", "inspect", _id))![0]!;

    /// <summary>The files that were changed in the container itself.</summary>
    public Task<string> DiffAsync() => DockerCli.RunAsync("diff", _id);

    /// <summary>Runs a command of the tests' image beside the plugin, in its network and its processes.</summary>
    public Task<string> BesideAsync(params string[] command) => DockerCli.RunAsync(
    [
        "run", "--rm", .. Engine.Marks(), "--network", $"container:{_id}", "--pid", $"container:{_id}", "--entrypoint",
        command[0],
        Engine.Image, .. command[1..],
    ]);

    /// <summary>Runs the image's health check once, which must succeed.</summary>
    /// <returns>What it says.</returns>
    public Task<string> HealthcheckAsync() => DockerCli.RunAsync("exec", _id, "/volume-count", "healthcheck");

    public Task SignalAsync(string signal) => DockerCli.RunAsync("kill", "--signal", signal, _id);

    /// <summary>Waits for the end of the container, which must come by itself, and returns its exit code.</summary>
    public async Task<int> WaitForExitAsync() => int.Parse(await DockerCli.RunAsync("wait", _id), provider: null);

    public async ValueTask DisposeAsync() => await Command.RunAsync("docker", ["rm", "--force", _id]);
}
