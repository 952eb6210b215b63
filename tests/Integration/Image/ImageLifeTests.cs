using System.Globalization;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.SocketLife;

namespace VolumeCount.Tests.Integration.Image;

/// <summary>How a container of the plugin ends, and how its engine knows that it is well.</summary>
[Collection(nameof(TimedTests))]
[Trait(TestForm.Name, TestForm.Image)]
public sealed class ImageLifeTests : IDisposable
{
    private static readonly TimeSpan ExitDeadline = TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _plugins = new();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_AsTheContainersFirstProcess_EndsItWithinASecondAndRemovesTheSocket(string signal)
    {
        await using var image = await StartAsync();

        var sent = DateTimeOffset.UtcNow;
        await image.SignalAsync(signal);

        Assert.Equal(0, await image.WaitForExitAsync());
        // The engine's own time, so that the docker command line does not count.
        var finished = (await image.InspectAsync())["State"]!["FinishedAt"]!.GetValue<string>();
        Assert.InRange(DateTimeOffset.Parse(finished, CultureInfo.InvariantCulture) - sent, TimeSpan.Zero, ExitDeadline);
        Assert.Empty(Directory.GetFileSystemEntries(_plugins.Path));
    }

    [Fact]
    public async Task Health_WhileItServes_IsHealthy()
    {
        await using var image = await StartAsync("--health-interval", "1s");

        await HealthIsAsync(image, "healthy");
    }

    [Fact]
    public async Task Health_WhereItsSocketIsTakenAway_IsUnhealthy()
    {
        await using var image = await StartAsync(
            "--health-interval", "1s", "--health-retries", "1", "--health-start-period", "0s");
        await HealthIsAsync(image, "healthy");

        // Renamed over the socket, so that the plugin cannot put it back.
        var file = _plugins.Combine("file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        File.Move(file, image.SocketPath, overwrite: true);

        await HealthIsAsync(image, "unhealthy");
    }

    public void Dispose() => _plugins.Dispose();

    private static async Task HealthIsAsync(RunningImage image, string expected)
    {
        var seen = "";
        await Wait.UntilAsync(
            async () => (seen = (await image.InspectAsync())["State"]!["Health"]!.ToJsonString()).Contains(
                $"\"Status\":\"{expected}\"", StringComparison.Ordinal),
            () => $"the container is {expected}; it is {seen}",
            TestContext.Current.CancellationToken,
            TimeSpan.FromSeconds(40));
    }

    private async Task<RunningImage> StartAsync(params string[] options) => await RunningImage.StartAsync(
        _plugins.Path,
        [
            .. PluginImage.LockedDown, .. options,
            "--user", $"{await Command.OutputAsync("id", "-u")}:{await Command.OutputAsync("id", "-g")}",
        ]);
}
