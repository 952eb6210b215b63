using System.Text.Json.Nodes;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>The <c>docker</c> command line: what the plugin says is checked against it, and not against our own client.</summary>
internal static class DockerCli
{
    public static Task<string> RunAsync(params string[] arguments) => Command.OutputAsync("docker", arguments);

    /// <summary>The full ids of all containers.</summary>
    public static async Task<HashSet<string>> AllIdsAsync() =>
        [.. (await RunAsync("ps", "--all", "--quiet", "--no-trunc")).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public static async Task<(string State, int Mounts)> InspectAsync(string id)
    {
        var container = JsonNode.Parse(await RunAsync("container", "inspect", id))![0]!;
        return (container["State"]!["Status"]!.GetValue<string>(), container["Mounts"]!.AsArray().Count);
    }
}
