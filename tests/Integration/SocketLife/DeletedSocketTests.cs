using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.SocketLife;

/// <summary>When the socket is deleted, the plugin creates it again.</summary>
[Trait(TestForm.Name, TestForm.Any)]
public sealed class DeletedSocketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Delete_OfTheSocket_IsMended()
    {
        await using var plugin = await PluginProcess.StartAsync(_folder.Path);

        File.Delete(plugin.SocketPath);

        await AssertIsBackAsync(plugin);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(plugin.SocketPath));
    }

    [Fact]
    public async Task Delete_OfTheWholeFolder_IsMended()
    {
        await using var plugin = await PluginProcess.StartAsync(_folder.Combine("plugins"));

        Directory.Delete(_folder.Combine("plugins"), recursive: true);

        await AssertIsBackAsync(plugin);
    }

    [Fact]
    public async Task Delete_OfTheSocket_LeavesOpenConnectionsAlone()
    {
        await using var plugin = await PluginProcess.StartAsync(_folder.Path);
        using var probe = new PluginClient(plugin.SocketPath);
        await probe.SendAsync(PluginClient.ProbeRequest);
        await probe.ReceiveAsync();

        File.Delete(plugin.SocketPath);
        await AssertIsBackAsync(plugin);

        await probe.SendAsync(PluginClient.ProbeRequest);
        Assert.Equal(200, (await probe.ReceiveAsync()).StatusCode);
    }

    [Fact]
    public async Task AFileInPlaceOfTheSocket_IsComplainedOfOnceAndKept()
    {
        await using var plugin = await PluginProcess.StartAsync(_folder.Path);

        // Renamed over the socket, so that the plugin never sees it missing.
        await File.WriteAllTextAsync(_folder.Combine("file"), "precious", TestContext.Current.CancellationToken);
        File.Move(_folder.Combine("file"), plugin.SocketPath, overwrite: true);
        await plugin.WaitForLogAsync("is not a socket");

        Assert.Equal("precious", await File.ReadAllTextAsync(plugin.SocketPath, TestContext.Current.CancellationToken));
        File.Delete(plugin.SocketPath);
        await AssertIsBackAsync(plugin);
        Assert.Single(plugin.Log, line => line.Contains("is not a socket", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task AssertIsBackAsync(PluginProcess plugin)
    {
        await Wait.UntilAsync(
            () => File.Exists(plugin.SocketPath), "the socket is there again", TestContext.Current.CancellationToken,
            TimeSpan.FromSeconds(5));
        await PluginClient.ReportAsync(plugin.SocketPath);
        await plugin.WaitForLogAsync("was deleted: listening on a new socket there");
    }
}
