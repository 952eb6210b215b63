using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.SocketLife;

namespace VolumeCount.Tests.Integration.Counts;

/// <summary>What the plugin does while nothing happens.</summary>
[Collection(nameof(TimedTests))]
public sealed class RestTests
{
    /// <summary>Longer than the interval of polling, which is for engines without events.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Plugin_WhileNothingHappens_UsesNextToNoProcessorTimeAndCallsNoEngine()
    {
        using var plugins = new TemporaryFolder();
        await using var docker = await ScriptedEngine.StartWithContainersAsync("""[{"Id":"a"},{"Id":"b"}]""");
        await using var plugin = await PluginProcess.StartAsync(plugins.Path, "--docker-host", docker.Uri.ToString());
        await plugin.WaitForLogAsync("containers known: 2");

        // For a while after its start the runtime compiles what was used most.
        var used = TimeSpan.Zero;
        var calls = 0;
        await Wait.UntilAsync(
            async () =>
            {
                var before = plugin.ProcessorTime();
                var callsBefore = docker.Requests.Count;
                await Task.Delay(Period, TestContext.Current.CancellationToken);
                used = plugin.ProcessorTime() - before;
                calls = docker.Requests.Count - callsBefore;
                return used <= Period / 100 && calls == 0;
            },
            () => "the plugin uses no more than a hundredth of a processor and calls no engine; "
                + $"in {Period.TotalSeconds} s it used {used.TotalMilliseconds} ms and made {calls} calls",
            TestContext.Current.CancellationToken,
            deadline: TimeSpan.FromSeconds(45));
    }
}
