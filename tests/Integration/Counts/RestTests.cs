using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.SocketLife;

namespace VolumeCount.Tests.Integration.Counts;

/// <summary>What the plugin does while nothing happens.</summary>
[Collection(nameof(TimedTests))]
public sealed class RestTests
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Plugin_WhileNothingHappens_UsesNextToNoProcessorTime()
    {
        using var plugins = new TemporaryFolder();
        await using var docker = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a"},{"Id":"b"}]""");
        await using var plugin = await PluginProcess.StartAsync(plugins.Path, "--docker-host", docker.Uri.ToString());
        await plugin.WaitForLogAsync("containers known: 2");

        // For a while after its start the runtime compiles what was used most.
        var used = TimeSpan.Zero;
        await Wait.UntilAsync(
            async () =>
            {
                var before = plugin.ProcessorTime();
                await Task.Delay(Period, TestContext.Current.CancellationToken);
                used = plugin.ProcessorTime() - before;
                return used <= Period / 100;
            },
            () => $"the plugin uses no more than a hundredth of a processor; it used {used.TotalMilliseconds} ms in {Period.TotalSeconds} s",
            TestContext.Current.CancellationToken,
            deadline: TimeSpan.FromSeconds(40));
        Assert.Equal(3, docker.Requests.Count);
    }
}
