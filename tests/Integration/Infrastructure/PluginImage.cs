using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>The image of the plugin: which one is tested, and how it is run.</summary>
internal static class PluginImage
{
    /// <summary>What an operator can take away from the plugin, all at once.</summary>
    public static readonly string[] LockedDown =
    [
        "--read-only", "--network", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges",
        "--pids-limit", "32", "--memory", "64m",
    ];

    private const string Variable = "VOLUME_COUNT_IMAGE";

    /// <summary>
    /// The image's name, or null where the plugin is tested as a process. <c>./test</c> builds it and names it.
    /// </summary>
    public static string? Name { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : null;

    /// <summary>The image's name; skips the running test if it does not exist.</summary>
    public static string Require()
    {
        if (Name is null)
            Assert.Skip($"needs the image of the plugin: ./test builds it and names it in {Variable}");
        return Name;
    }

    /// <summary>
    /// The command that runs the image with the arguments of the plugin in the place of the process: locked down, as the
    /// user of the tests, and with the temporary folder and Docker's socket where they are.
    /// </summary>
    /// <param name="container">The name that the container gets.</param>
    /// <param name="arguments">What the plugin is given.</param>
    public static async Task<string[]> RunCommandAsync(string container, params string[] arguments)
    {
        var temporary = Path.GetTempPath();
        var socket = DockerSocket.Path;
        return
        [
            "run", .. Engine.Marks(container), "--rm", .. LockedDown,
            "--user", $"{await Command.OutputAsync("id", "-u")}:{await Command.OutputAsync("id", "-g")}",
            "--group-add", await GroupOfAsync(socket),
            "--volume", $"{temporary}:{temporary}", "--volume", $"{socket}:{socket}", "--env", $"DOCKER_HOST={Engine.Host}",
            Require(), .. arguments,
        ];
    }

    /// <summary>The number of a file's group.</summary>
    public static Task<string> GroupOfAsync(string path) =>
        Command.OutputAsync("stat", "--dereference", "--format", "%g", path);
}
