using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.SocketLife;

/// <summary>A second plugin beside a running one takes its place.</summary>
[Collection(nameof(TimedTests))]
[Trait(TestForm.Name, TestForm.Any)]
public sealed class TakeoverTests : IDisposable
{
    /// <summary>How soon the instance that was replaced must be gone: it looks once a second, and then has to end.</summary>
    private static readonly TimeSpan ExitDeadline = TimeSpan.FromSeconds(4);

    private readonly TemporaryFolder _plugins = new();

    [Fact]
    public async Task Start_AfterAnInstanceWasKilled_ReplacesTheSocketThatItLeft()
    {
        await using var killed = await PluginProcess.StartAsync(_plugins.Path);
        await killed.KillAsync();
        Assert.True(File.Exists(killed.SocketPath));

        await using var plugin = await PluginProcess.StartAsync(_plugins.Path);

        await PluginClient.ReportAsync(plugin.SocketPath);
    }

    [Fact]
    public async Task Start_BesideARunningInstance_TakesOverAndTheFirstEndsByItself()
    {
        await using var first = await PluginProcess.StartAsync(_plugins.Path);

        await using var second = await PluginProcess.StartAsync(_plugins.Path);

        Assert.Equal(0, await first.WaitForExitAsync(ExitDeadline));
        Assert.Contains(
            first.Log,
            line => line.Contains($"Another instance has taken over {first.SocketPath}", StringComparison.Ordinal));
        await PluginClient.ReportAsync(second.SocketPath);
        Assert.Equal([second.SocketPath], Directory.GetFileSystemEntries(_plugins.Path));
    }

    [Fact]
    public async Task Start_BesideARunningInstance_LeavesNoMomentInWhichConnectingFails()
    {
        await using var first = await PluginProcess.StartAsync(_plugins.Path);
        var done = false;
        var connections = 0;
        var client = Task.Run(
            () =>
            {
                // Connecting throws when no process listens.
                for (; !Volatile.Read(ref done); connections++)
                    new PluginClient(first.SocketPath).Dispose();
            },
            TestContext.Current.CancellationToken);

        await using var second = await PluginProcess.StartAsync(_plugins.Path);
        await first.WaitForExitAsync();
        await using var third = await PluginProcess.StartAsync(_plugins.Path);
        await second.WaitForExitAsync();
        Volatile.Write(ref done, true);

        await client;
        Assert.NotEqual(0, connections);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_ToTheInstanceThatWasJustReplaced_LeavesTheSecondOnesSocket(string signal)
    {
        await using var first = await PluginProcess.StartAsync(_plugins.Path);
        await using var second = await PluginProcess.StartAsync(_plugins.Path);

        await first.SignalAsync(signal);

        Assert.Equal(0, await first.WaitForExitAsync());
        await PluginClient.ReportAsync(second.SocketPath);
    }

    [Fact]
    public async Task Start_OfManyInstancesAtOnce_LeavesExactlyOne()
    {
        var plugins = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PluginProcess.StartAsync(_plugins.Path)));

        var exits = plugins.Select(plugin => plugin.WaitForExitAsync()).ToList();
        while (exits.Count > 1)
        {
            var ended = await Task.WhenAny(exits);
            Assert.Equal(0, await ended);
            exits.Remove(ended);
        }

        await PluginClient.ReportAsync(plugins[0].SocketPath);
        Assert.False(exits[0].IsCompleted);
        await Task.WhenAll(plugins.Select(plugin => plugin.DisposeAsync().AsTask()));
    }

    public void Dispose() => _plugins.Dispose();
}
