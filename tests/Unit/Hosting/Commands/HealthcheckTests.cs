using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VolumeCount.Inventory;
using VolumeCount.Tests.Unit.Commands;

namespace VolumeCount.Tests.Unit.Hosting.Commands;

/// <summary><c>volume-count healthcheck</c> tells a plugin that Scope would accept from one that it would not.</summary>
public sealed class HealthcheckTests : IDisposable
{
    private readonly TemporaryFolder _plugins = new();

    private string SocketPath => _plugins.Combine("volume-count.sock");

    [Fact]
    public async Task Healthcheck_OfARunningPlugin_Succeeds()
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync($$"""[{"Id":"{{new string('a', 64)}}"}]""");
        await using var plugin = await OwnPlugin.StartAsync(_plugins.Path, docker.Uri);
        var inventory = plugin.Services.GetRequiredService<SnapshotPublisher>();
        await Wait.UntilAsync(
            () => inventory.Current.Containers.Length == 1, "Docker has answered", TestContext.Current.CancellationToken);

        var result = await RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal($"{SocketPath}: the report is valid; nodes: 1\n", result.Output);
    }

    [Fact]
    public async Task Healthcheck_OfAPathThatIsTooLong_SaysSo()
    {
        var result = await InProcess.RunAsync("healthcheck", "--plugins-dir", _plugins.Combine(new string('x', 100)));

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith("Choose a shorter folder with --plugins-dir.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Healthcheck_WithoutAPlugin_Fails()
    {
        var result = await RunAsync();

        AssertFails(result, "no plugin answers");
    }

    [Theory]
    [InlineData("""{"Plugins":[],"Container":{"nodes":{}}}""", "exactly one entry")]
    [InlineData(
        """{"Plugins":[{"id":"other","label":"L","interfaces":["reporter"],"api_version":"1"}],"Container":{"nodes":{}}}""",
        "id must be 'volume-count'")]
    [InlineData(
        """{"Plugins":[{"id":"volume-count","label":"","interfaces":["reporter"],"api_version":"1"}],"Container":{"nodes":{}}}""",
        "label must not be empty")]
    [InlineData(
        """{"Plugins":[{"id":"volume-count","label":"L","interfaces":["controller"],"api_version":"1"}],"Container":{"nodes":{}}}""",
        "must hold 'reporter'")]
    [InlineData(
        """{"Plugins":[{"id":"volume-count","label":"L","interfaces":["reporter"],"api_version":"2"}],"Container":{"nodes":{}}}""",
        "api_version must be")]
    [InlineData(
        """{"Plugins":[{"id":"volume-count","label":"L","interfaces":["reporter"],"api_version":"1"}],"Container":{"nodes":{"abc;":{"latest":{}}}}}""",
        "the node id 'abc;' must end in ';<container>'")]
    [InlineData(
        """{"Plugins":[{"id":"volume-count","label":"L","interfaces":["reporter"],"api_version":"1"}],"Container":{"nodes":{"a;<container>":{"latest":{"c":{"timestamp":"yesterday","value":"1"}}}}}}""",
        "the report is not valid")]
    [InlineData("{", "the report is not valid")]
    [InlineData("[]", "the report is not valid")]
    [InlineData("{}", "the report is not valid")]
    public async Task Healthcheck_OfAReportThatScopeWouldRefuse_FailsAndSaysWhy(string report, string reason)
    {
        await using var plugin = await UnixSocketServer.StartAsync(
            SocketPath, context => context.Response.WriteAsync(report));

        AssertFails(await RunAsync(), reason);
    }

    [Fact]
    public async Task Healthcheck_OfAPluginInTrouble_FailsWithItsStatus()
    {
        await using var plugin = await UnixSocketServer.StartAsync(SocketPath, context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });

        AssertFails(await RunAsync(), "answered with status 503");
    }

    [Fact]
    public async Task Healthcheck_OfAPluginThatHangs_FailsAfterAWhile()
    {
        await using var plugin = await UnixSocketServer.StartAsync(
            SocketPath, context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        AssertFails(await RunAsync(), "did not answer within 2 s");
    }

    public void Dispose() => _plugins.Dispose();

    private Task<CommandResult> RunAsync() => InProcess.RunAsync("healthcheck", "--plugins-dir", _plugins.Path);

    private void AssertFails(CommandResult result, string reason)
    {
        Assert.Equal(1, result.ExitCode);
        var line = Assert.Single(result.ErrorLines);
        Assert.StartsWith($"volume-count: {SocketPath}: ", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }
}
