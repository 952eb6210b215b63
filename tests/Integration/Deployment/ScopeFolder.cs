using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Deployment;

/// <summary>
/// A folder in the place of Scope's, and root's as that is; and deployments told to use it, and the tests' Docker.
/// </summary>
internal sealed class ScopeFolder : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ScopeFolder()
    {
    }

    /// <summary>Makes the folder. Skips the running test where that cannot be done.</summary>
    public static async Task<ScopeFolder> CreateAsync()
    {
        if (!await Root.IsAvailableAsync())
            Assert.Skip("needs root, or sudo without a password, for a folder that is root's");
        var folder = new ScopeFolder();
        File.SetUnixFileMode(
            folder._folder.Path,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
            UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await Root.OutputAsync("chown", "0:0", folder._folder.Path);
        return folder;
    }

    /// <summary>A deployment with this folder, and the tests' Docker, mounted where it mounts the machine's.</summary>
    public string Substitute(string deployment) =>
        Replace(Replace(deployment, "/var/run/scope/plugins", _folder.Path), "/var/run/docker.sock", DockerSocket.Path);

    /// <summary>Waits until the plugin reports a container with the number of its mounts.</summary>
    public Task IsReportedAsync(string id, int mounts) => Wait.UntilAsync(
        async () => await CountAsync(id) == $"{mounts}",
        () => $"{id} is reported with {mounts} mounts",
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Root.OutputAsync("chown", await Command.OutputAsync("id", "-u"), _folder.Path);
        _folder.Dispose();
    }

    // `--volume SOURCE:DESTINATION`, or `--mount type=bind,source=SOURCE,destination=DESTINATION`.
    private static string Replace(string text, string source, string replacement)
    {
        Assert.Matches($"[= ]{Regex.Escape(source)}[:,]", text);
        return text
            .Replace($"{source}:", $"{replacement}:", StringComparison.Ordinal)
            .Replace($"source={source},", $"source={replacement},", StringComparison.Ordinal);
    }

    private async Task<string?> CountAsync(string id)
    {
        // Only root may connect.
        var report = await Command.RunAsync(
            "env",
            [
                .. Root.Before, "curl", "--silent", "--unix-socket", _folder.Combine("volume-count.sock"),
                "http://plugin/report",
            ]);
        return report.ExitCode != 0
            ? null
            : JsonNode.Parse(report.Output)!["Container"]!["nodes"]![$"{id};<container>"]?
                ["latest"]!["volume_count"]!["value"]!.GetValue<string>();
    }
}
