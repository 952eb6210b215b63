using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Deployment;

/// <summary><c>compose.yaml</c>, as Docker Compose understands it.</summary>
[Trait(TestForm.Name, TestForm.Image)]
public sealed class ComposeTests(Engine engine) : IDisposable
{
    private static readonly string[] Limited =
        ["CapAdd", "CapDrop", "Memory", "NetworkMode", "PidsLimit", "Privileged", "ReadonlyRootfs", "SecurityOpt"];

    private readonly TemporaryFolder _project = new();

    [Fact]
    public async Task Up_OfThePlugin_RunsItLockedDown()
    {
        var image = PluginImage.Require();
        var compose = await FindComposeAsync();
        await using var folder = await ScopeFolder.CreateAsync();
        var text = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "compose.yaml"), TestContext.Current.CancellationToken);
        await WriteAsync("compose.yaml", folder.Substitute(text));
        var marks = Engine.Marks();
        await WriteAsync("marks.yaml", $"services: {{volume-count: {{container_name: {marks[1]}, labels: [{marks[3]}]}}}}");
        Task<string> Compose(params string[] arguments) => Command.OutputAsync(
            "env",
            [
                $"VOLUME_COUNT_IMAGE={image}", .. compose, "--project-name", marks[1],
                "--file", _project.Combine("compose.yaml"), "--file", _project.Combine("marks.yaml"), .. arguments,
            ]);

        await Compose("up", "--detach", "volume-count");
        try
        {
            await folder.IsReportedAsync(await engine.CreateAsync("--volume", "/a"), 1);
            var host = JsonNode.Parse(await DockerCli.RunAsync("container", "inspect", marks[1]))![0]!["HostConfig"]!;
            Assert.Equal(await LockedDownAsync(image), Limits(host));
            Assert.Equal("unless-stopped", host["RestartPolicy"]!["Name"]!.GetValue<string>());
        }
        finally
        {
            await Compose("down");
        }
    }

    [Fact]
    public async Task Config_OfScopeAndThePlugin_IsValid()
    {
        var compose = await FindComposeAsync();

        var services = await Command.OutputAsync(
            "env", [.. compose, "--file", Path.Combine(Repository.Root, "compose.yaml"), "config", "--services"]);

        Assert.Equal(["scope", "volume-count"], services.Split('\n').Order());
    }

    public void Dispose() => _project.Dispose();

    /// <summary>What the engine makes of the options that the image is tested with.</summary>
    private static async Task<IEnumerable<string>> LockedDownAsync(string image)
    {
        var container = await DockerCli.RunAsync(["create", .. Engine.Marks(), .. PluginImage.LockedDown, image]);
        return Limits(JsonNode.Parse(await DockerCli.RunAsync("container", "inspect", container))![0]!["HostConfig"]!);
    }

    // "no-new-privileges" and "no-new-privileges:true" are one.
    private static IEnumerable<string> Limits(JsonNode host) =>
        Limited.Select(limit => $"{limit}: {host[limit]?.ToJsonString().Replace(":true", "", StringComparison.Ordinal)}");

    private static async Task<string[]> FindComposeAsync()
    {
        string[][] candidates = [["docker", "compose"], ["docker-compose"]];
        foreach (var candidate in candidates)
        {
            if ((await Command.RunAsync("env", [.. candidate, "version"])).ExitCode == 0)
                return candidate;
        }

        Assert.Skip("needs Docker Compose: `docker compose` or `docker-compose`");
        return [];
    }

    private Task WriteAsync(string file, string text) =>
        File.WriteAllTextAsync(_project.Combine(file), text, TestContext.Current.CancellationToken);
}
