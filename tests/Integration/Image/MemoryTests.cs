using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>The plugin and its health checks have 64 MiB together.</summary>
[Trait(TestForm.Name, TestForm.Image)]
public sealed class MemoryTests : IDisposable
{
    private const int Containers = 10_000;

    private readonly TemporaryFolder _plugins = new();

    [Fact]
    public async Task Healthchecks_BesideAPluginWithManyContainers_FitIntoItsMemory()
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync(Many());
        await using var image = await RunningImage.StartAsync(
            _plugins.Path,
            docker.SocketPath,
            [
                .. PluginImage.LockedDown,
                "--user", $"{await Command.OutputAsync("id", "-u")}:{await Command.OutputAsync("id", "-g")}",
            ]);
        await Wait.UntilAsync(
            async () => (await image.HealthcheckAsync()).EndsWith($" {Containers}", StringComparison.Ordinal),
            () => $"{Containers} containers are reported",
            TestContext.Current.CancellationToken);

        // Kubernetes asks twice at once: is it alive, is it ready? A check that is killed fails.
        for (var i = 0; i < 5; i++)
            await Task.WhenAll(image.HealthcheckAsync(), image.HealthcheckAsync());

        var state = (await image.InspectAsync())["State"]!;
        Assert.Equal(("running", false), (state["Status"]!.GetValue<string>(), state["OOMKilled"]!.GetValue<bool>()));
    }

    public void Dispose() => _plugins.Dispose();

    /// <summary>Containers with three volumes each, as Docker lists them.</summary>
    private static string Many()
    {
        var mounts = string.Join(',', Enumerable.Range(0, 3).Select(mount =>
            $$"""
            {"Type":"volume","Name":"volume-{{mount}}","Source":"/v/{{mount}}","Destination":"/data/{{mount}}",
            "Driver":"local","RW":true}
            """));
        var containers = Enumerable.Range(0, Containers).Select(id => $$"""{"Id":"{{id:x64}}","Mounts":[{{mounts}}]}""");
        return $"[{string.Join(',', containers)}]";
    }
}
