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
        var container = await ContainerAsync(id);
        return (container["State"]!["Status"]!.GetValue<string>(), container["Mounts"]!.AsArray().Count);
    }

    /// <summary>A container's mounts, by destination: of each, the columns of the plugin's table that Docker has a value for.</summary>
    public static async Task<IReadOnlyList<string>> MountLinesAsync(string id) =>
    [
        .. (await ContainerAsync(id))["Mounts"]!.AsArray()
            .OrderBy(mount => mount!["Destination"]!.GetValue<string>(), StringComparer.Ordinal)
            .Select(mount => string.Join(' ', MountCells(mount!).Where(cell => !cell.EndsWith('=')))),
    ];

    private static IEnumerable<string> MountCells(JsonNode mount)
    {
        yield return $"destination={mount["Destination"]}";
        yield return $"driver={mount["Driver"]}";
        yield return $"mode={(mount["RW"]!.GetValue<bool>() ? "rw" : "ro")}";
        yield return $"source={mount["Name"] ?? mount["Source"]}";
        yield return $"type={mount["Type"]}";
    }

    private static async Task<JsonNode> ContainerAsync(string id) =>
        JsonNode.Parse(await RunAsync("container", "inspect", id))![0]!;
}
