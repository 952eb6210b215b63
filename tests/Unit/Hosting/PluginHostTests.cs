using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VolumeCount.Inventory;
using VolumeCount.Scope.Hosting;
using VolumeCount.Scope.Hosting.Sockets;

namespace VolumeCount.Tests.Unit.Hosting;

/// <summary>The whole host in this process, and what it writes to stderr. Alone, because stderr is everybody's.</summary>
[Collection(nameof(StandardErrorTests))]
public sealed partial class PluginHostTests : IDisposable
{
    private readonly TemporaryFolder _plugins = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_AsText_IsOneLineForEachEventWithItsTimeAndCategory()
    {
        var lines = await LogOfARunAsync(LogFormat.Text, LogLevel.Information);

        Assert.Collection(
            lines,
            line => Assert.EndsWith(
                " info: VolumeCount.Scope.Hosting.Sockets.PluginListener[1] Listening on "
                    + _plugins.Combine("volume-count.sock"),
                line,
                StringComparison.Ordinal),
            line => Assert.Contains(
                " info: VolumeCount.Inventory.ContainerInventory[20] Connected to ", line, StringComparison.Ordinal),
            line => Assert.Contains(
                " info: VolumeCount.Scope.Hosting.Sockets.PluginListener[2] Another instance",
                line,
                StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Matches(StartsWithTime(), line));
        Assert.All(
            lines,
            line => Assert.Equal(
                DateTimeOffset.UtcNow,
                DateTimeOffset.Parse(line[..24], CultureInfo.InvariantCulture),
                TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Log_AsJson_IsOneObjectForEachEvent()
    {
        var lines = await LogOfARunAsync(LogFormat.Json, LogLevel.Information);

        Assert.Equal([1, 20, 2], lines.Select(line => JsonNode.Parse(line)!["EventId"]!.GetValue<int>()));
        Assert.All(lines, line => Assert.Matches(
            "^[0-9-]{10}T[0-9:.]{12}Z$", JsonNode.Parse(line)!["Timestamp"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Log_AtDebugLevel_HasNoneOfTheFrameworksDetails()
    {
        var lines = await LogOfARunAsync(LogFormat.Text, LogLevel.Debug);

        Assert.DoesNotContain(lines, line => line.Contains("Microsoft.", StringComparison.Ordinal));
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task Files_WhileItServes_AreNotWatched()
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync("[]");
        var before = CountWatches();
        await using var app = await OwnPlugin.StartAsync(_plugins.Path, docker.Uri);

        Assert.Equal(before, CountWatches());

        static int CountWatches() => Directory.GetFiles("/proc/self/fd")
            .Count(file => new FileInfo(file).LinkTarget?.Contains("inotify", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(LogLevel.Warning)]
    [InlineData(LogLevel.Error)]
    [InlineData(LogLevel.None)]
    public async Task Log_AtAHigherLevel_LeavesInformationOut(LogLevel level) =>
        Assert.Empty(await LogOfARunAsync(LogFormat.Text, level));

    [Fact]
    public async Task Start_WhereTheSocketCannotBe_LogsNothing()
    {
        Directory.CreateDirectory(_plugins.Combine("volume-count.sock"));

        var lines = await LogAsync(async () =>
            await Assert.ThrowsAsync<PluginSocketException>(() => OwnPlugin.StartAsync(
                _plugins.Path, new Uri("unix:///nothing"), LogFormat.Text, LogLevel.Information)));

        Assert.Empty(lines);
    }

    [Fact]
    public async Task Settings_FromTheEnvironment_ChangeNothing()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_Logging__LogLevel__Default", "None");
        try
        {
            Assert.Equal(3, (await LogOfARunAsync(LogFormat.Text, LogLevel.Information)).Length);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_Logging__LogLevel__Default", null);
        }
    }

    public void Dispose() => _plugins.Dispose();

    [GeneratedRegex("^[0-9-]{10}T[0-9:.]{12}Z ")]
    private static partial Regex StartsWithTime();

    private static async Task<string[]> LogAsync(Func<Task> run)
    {
        var before = Console.Error;
        using var log = new StringWriter();
        Console.SetError(TextWriter.Synchronized(log));
        try
        {
            await run();
        }
        finally
        {
            Console.SetError(before);
        }

        return log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Serves until another instance takes over, and returns what was logged.</summary>
    private async Task<string[]> LogOfARunAsync(LogFormat format, LogLevel level) => await LogAsync(async () =>
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync("[]");
        await using (var app = await OwnPlugin.StartAsync(_plugins.Path, docker.Uri, format, level))
        {
            await Wait.UntilAsync(
                () => app.Services.GetRequiredService<SnapshotPublisher>().Current != InventorySnapshot.Unknown,
                "the inventory has its answer",
                CancellationToken);
            using var other = await new PluginSocket(_plugins.Path, "volume-count", TimeProvider.System).PublishAsync();
            await app.WaitForShutdownAsync(CancellationToken);
        }
    });
}
