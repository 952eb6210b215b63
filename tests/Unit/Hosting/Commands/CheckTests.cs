using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using VolumeCount.Tests.Unit.Commands;

namespace VolumeCount.Tests.Unit.Hosting.Commands;

/// <summary><c>volume-count check</c> tells the author of any plugin what Scope would make of it.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _plugins = new();

    private string SocketPath => _plugins.Combine("other.sock");

    [Fact]
    public async Task Check_OfOurOwnPlugin_PassesAll()
    {
        await using var docker = await ScriptedEngine.StartWithContainersAsync("[]");
        await using var plugin = await OwnPlugin.StartAsync(_plugins.Path, docker.Uri);

        var result = await CheckAsync(_plugins.Combine("volume-count.sock"));

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Matches(@"(?m)^passed       kept alive    two requests on one connection$", result.Output);
        Assert.Matches(@"(?m)^not checked  ghosts        only Scope's probe knows which nodes exist$", result.Output);
        Assert.EndsWith(
            "\nScope would show: ok\n18 passed, 0 warning, 0 FAILED, 0 not reached, 1 not checked\n",
            result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAPluginWithADefect_FailsAndSaysWhereAndWhatToDo()
    {
        await using var plugin = await UnixSocketServer.StartAsync(SocketPath, context => context.Response.WriteAsync(
            """
            {"Plugins":[{"id":"other","label":"Other","interfaces":["reporter"],"api_version":"1"}],
            "Container":{"nodes":{"abc;":{"sets":{"s":["b","a"]}}}}}
            """));

        var result = await CheckAsync(SocketPath);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Contains(
            "FAILED       nodes         $.Container.nodes['abc;']: the node id 'abc;' must end in ';<container>'\n" +
            "                           → Give nodes the ids that Scope's probe gives them, or Scope draws new and blank "
                + "ones.\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "FAILED       sets          $.Container.nodes['abc;'].sets.s: is not sorted and unique: 'a' comes after 'b'\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "\nScope would show: ok\n16 passed, 0 warning, 2 FAILED, 0 not reached, 1 not checked\n",
            result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAPluginThatScopeRefuses_ShowsWhatScopeWouldShow()
    {
        await using var plugin = await UnixSocketServer.StartAsync(
            SocketPath, context => context.Response.WriteAsync("""{"Plugins":[]}"""));

        var result = await CheckAsync(SocketPath);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "\nScope would show: error: report must contain exactly one plugin (found 0)\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.Matches(@"(?m)^not reached  registration$", result.Output);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1, "--strict")]
    public async Task Check_OfAPluginWithAnUnknownField_WarnsAndFailsOnlyIfStrict(int exitCode, params string[] options)
    {
        await using var plugin = await StartWithUnknownFieldAsync();

        var result = await CheckAsync(SocketPath, options);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(
            "warning      fields        $.x: Scope does not know this field, and ignores it\n", result.Output,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "17 passed, 1 warning, 0 FAILED, 0 not reached, 1 not checked\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AsJson_HasEachRuleAndWhereItIsBroken()
    {
        await using var plugin = await StartWithUnknownFieldAsync();

        var result = await CheckAsync(SocketPath, "--format", "json");

        var report = JsonNode.Parse(result.Output)!;
        Assert.Equal(0, result.ExitCode);
        Assert.True(report["passed"]!.GetValue<bool>());
        Assert.True(report["warnings"]!.GetValue<bool>());
        Assert.Equal("ok", report["status"]!.GetValue<string>());
        Assert.Equal(19, report["results"]!.AsArray().Count);
        var fields = report["results"]!.AsArray().Single(rule => rule!["rule"]!.GetValue<string>() == "fields")!;
        Assert.Equal(
            """
            {"rule":"fields","outcome":"warning","details":[{"severity":"warning","path":"$.x","message":"Scope does not know this field, and ignores it"}],"fix":"Correct the name, or leave the field out"}
            """,
            fields.ToJsonString());
    }

    [Fact]
    public async Task Check_WithoutASocket_SaysSoInALine()
    {
        var path = _plugins.Combine("nothing.sock");

        var result = await InProcess.RunAsync("check", path);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"volume-count: {path}: no such file or directory.\n", result.Error);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Check_OfASocketThatScopeWouldNotAsk_SaysSoInALine()
    {
        var path = _plugins.Combine("other_plugin.sock");
        await using var plugin = await UnixSocketServer.StartAsync(path, context => context.Response.WriteAsync("{}"));

        var result = await InProcess.RunAsync("check", path);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            $"volume-count: {path}: Scope does not take 'other_plugin' for a plugin's id. Name the socket with letters "
                + "and digits, " +
            "in groups that single hyphens join.\n",
            result.Error);
    }

    [Theory]
    [InlineData]
    [InlineData("one.sock", "two.sock")]
    [InlineData("one.sock", "--frobnicate")]
    public async Task Check_WithoutExactlyOneSocketNamed_IsRefused(params string[] arguments)
    {
        var result = await InProcess.RunAsync(["check", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("volume-count: ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    public void Dispose() => _plugins.Dispose();

    // A busy machine may need more than the half second that Scope allows.
    private static Task<CommandResult> CheckAsync(string socketPath, params string[] options) =>
        InProcess.RunAsync(["check", socketPath, "--timeout", "60", .. options]);

    private Task<WebApplication> StartWithUnknownFieldAsync() => UnixSocketServer.StartAsync(
        SocketPath,
        context => context.Response.WriteAsync(
            """{"Plugins":[{"id":"other","label":"Other","interfaces":["reporter"],"api_version":"1"}],"x":1}"""));
}
