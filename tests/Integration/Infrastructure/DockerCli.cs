using System.Text.Json.Nodes;

namespace VolumeCount.Tests.Integration.Infrastructure;

/// <summary>
/// The <c>docker</c> command line: what the plugin says is checked against it, and not against our own client.
/// </summary>
internal static class DockerCli
{
    public static Task<string> RunAsync(params string[] arguments) => Command.OutputAsync("docker", arguments);

    /// <summary>The full ids of all containers.</summary>
    public static async Task<HashSet<string>> AllIdsAsync() =>
        [.. (await RunAsync("ps", "--all", "--quiet", "--no-trunc")).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public static async Task<(string State, int Mounts)> InspectAsync(string id)
    {
        var container = await ContainerAsync(id);
        return (container["State"]!["Status"]!.GetValue<string>(), container["Mounts"]!.AsArray().Count);
    }

    /// <summary>The name of the volume that a container has at a destination.</summary>
    public static async Task<string> VolumeNameAsync(string id, string destination) =>
        (await ContainerAsync(id))["Mounts"]!.AsArray()
            .Single(mount => mount!["Destination"]!.GetValue<string>() == destination)!["Name"]!.GetValue<string>();

    private static async Task<JsonNode> ContainerAsync(string id) =>
        JsonNode.Parse(await RunAsync("container", "inspect", id))![0]!;
}
