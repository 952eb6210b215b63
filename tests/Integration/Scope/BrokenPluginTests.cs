using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>A corpus of broken plugins, one defect a test, and what Scope makes of each.</summary>
public abstract class BrokenPluginTests(ScopeFixture scopes, SampleContainers samples, Engine engine) : ScopeTests(scopes)
{
    private const int MaxBodyBytes = 50 * 1024 * 1024;

    // Longer than the 500 ms that a probe waits.
    private static readonly TimeSpan TooLong = TimeSpan.FromMilliseconds(700);

    [Fact]
    public Task Answer_AfterHalfASecond_IsAnError() => AssertStatusAsync(
        "^error: .*(exceeded|canceled)",
        async context =>
        {
            await Task.Delay(TooLong, context.RequestAborted);
            await context.Response.WriteAsync("{}");
        });

    [Fact]
    public Task Answer_WhoseBodyTakesHalfASecond_IsAnError() => AssertStatusAsync(
        "^error: .*(exceeded|canceled)",
        async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TooLong, context.RequestAborted);
            await context.Response.WriteAsync("}");
        });

    [Fact]
    public Task Answer_OfMoreThan50Mebibytes_IsAnError() => AssertStatusAsync(
        "^error: .*(shorter than 50MB|exceeded|canceled)",
        async context =>
        {
            var blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            for (var sent = 0; sent <= MaxBodyBytes; sent += blanks.Length)
                await context.Response.Body.WriteAsync(blanks, context.RequestAborted);
            await context.Response.WriteAsync("{}");
        });

    [Fact]
    public Task Answer_WithAnotherStatus_IsAnError() => AssertStatusAsync(
        "^error: plugin returned non-200 status code: 500",
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return context.Response.WriteAsync("{}");
        });

    [Fact]
    public Task Answer_ThatEndsInTheMiddle_IsAnError() =>
        AssertStatusAsync("^error: decoding error", context => context.Response.WriteAsync("""{"Plugins":[{"id":"""));

    [Fact]
    public Task Answer_ThatIsNoJson_IsAnError() =>
        AssertStatusAsync("^error: decoding error", context => context.Response.WriteAsync("<html></html>"));

    [Fact]
    public Task Report_OfTwoPlugins_IsAnError() => AssertStatusAsync(
        @"^error: report must contain exactly one plugin \(found 2\)$",
        report => report.Root["Plugins"]!.AsArray().Add(ScriptedReport.Describe("another")));

    [Fact]
    public Task Report_OfNoPlugin_IsAnError() => AssertStatusAsync(
        @"^error: report must contain exactly one plugin \(found 0\)$", report => report.Root["Plugins"]!.AsArray().Clear());

    [Fact]
    public Task Plugin_WithAnIdThatIsNotItsSockets_IsAnError() => AssertStatusAsync(
        """^error: plugin must not change its id \(is "another", should be "[^"]*"\)$""",
        report => report.Plugin["id"] = "another");

    [Fact]
    public Task Plugin_WithoutALabel_IsAnError() =>
        AssertStatusAsync("^error: spec must contain a label$", report => report.Plugin["label"] = "");

    [Fact]
    public Task Plugin_WithAnotherApiVersion_IsAnError() => AssertStatusAsync(
        """^error: incorrect API version: expected "1", got "2"$""", report => report.Plugin["api_version"] = "2");

    [Fact]
    public Task Plugin_ThatIsNoReporter_IsAnError() => AssertStatusAsync(
        """^error: spec must implement the "reporter" interface$""",
        report => report.Plugin["interfaces"] = new JsonArray("controller"));

    [Fact]
    public Task Value_WithATimestampThatIsNone_LosesTheWholeReport() => AssertStatusAsync(
        "^error: decoding error",
        report =>
        {
            report.SetLatest("a;<container>", "key", "value");
            report.Node("a;<container>")["latest"]!["key"]!["timestamp"] = "yesterday";
        });

    [Fact]
    public Task Field_OfAnotherType_LosesTheWholeReport() =>
        AssertStatusAsync("^error: decoding error", report => report.Node("a;<container>")["sets"] = "no object");

    [Fact]
    public async Task Value_ThatIsANumber_IsShownAllTheSame()
    {
        var id = await samples.IdAsync(engine, "running", 1);
        await using var plugin = await StartAsync(report =>
        {
            report.AddRow(id, report.Unique("number"), "Number", "");
            report.SetLatest(NodeId.OfContainer(id), report.Unique("number"), 42);
        });

        var panel = await PanelWithAsync(id, plugin.Script().Unique("number"));

        Assert.Equal("42", panel[plugin.Script().Unique("number")]);
        await PluginIsOkAsync(plugin.Id);
    }

    [Fact]
    public async Task Field_ThatScopeDoesNotKnow_IsIgnored()
    {
        await using var plugin = await StartAsync(
            report => report.Containers["no_such_field"] = new JsonObject { ["a"] = 1 });

        await PluginIsOkAsync(plugin.Id);
    }

    [Fact]
    public async Task Set_ThatIsNotSorted_HoldsAValueTwiceOnceItIsMerged()
    {
        var id = await samples.IdAsync(engine, "running", 2);
        var key = $"letters_{Guid.NewGuid():n}";
        await using var unsorted = await StartAsync(report => AddSet(report, "b", "a"));
        await using var sorted = await StartAsync(report => AddSet(report, "a"));

        var panel = await PanelAsync(id, panel => panel[key] is { Length: > 4 }, "the merged set");

        Assert.Equal("a, b, a", panel[key]);
        await PluginIsOkAsync(unsorted.Id);

        void AddSet(ScriptedReport report, params string[] values)
        {
            report.AddTemplate(key, "Letters", priority: 5, from: "sets");
            report.Node(NodeId.OfContainer(id))["sets"] = new JsonObject { [key] = ScriptedReport.Set(values) };
        }
    }

    [Fact]
    public async Task Ghost_WithoutIdAndTopology_IsMergedTwiceAndNotDrawn()
    {
        var ghost = $"{Guid.NewGuid():n};";
        await using var plugin = await StartAsync(report => report.SetLatest(ghost, "key", "value"));

        await EventuallyAsync(
            Scope.ContainerNodesAsync,
            nodes => nodes.Contains(ghost) && nodes.Contains(""),
            "the ghost and a nameless copy are merged");

        Assert.DoesNotContain(ghost, await Scope.ContainerViewAsync());
        await PluginIsOkAsync(plugin.Id);
    }

    [Fact]
    public async Task Ghost_WithItsTopology_IsDrawnTwiceAndOnceWithoutAName()
    {
        var ghost = $"{Guid.NewGuid():n};";
        await using var plugin = await StartAsync(report => report.Node(ghost)["topology"] = "container");

        await EventuallyAsync(
            Scope.ContainerViewAsync,
            nodes => nodes.Contains(ghost) && nodes.Contains(""),
            "the ghost and a blank node are drawn");

        await PluginIsOkAsync(plugin.Id);
    }

    [Fact]
    public async Task Ghost_WithItsId_IsDrawn()
    {
        var ghost = NodeId.OfContainer($"{Guid.NewGuid():n}");
        await using var plugin = await StartAsync(report => report.Node(ghost)["id"] = ghost);

        await EventuallyAsync(Scope.ContainerViewAsync, nodes => nodes.Contains(ghost), "the ghost is drawn");

        await PluginIsOkAsync(plugin.Id);
    }

    /// <summary>Scope's code panics over two topologies of one node, but here they never meet.</summary>
    [Fact]
    public async Task Node_ThatNamesAnotherTopology_StaysTheContainerThatItIs()
    {
        var id = await samples.IdAsync(engine, "running", 2);
        await using var plugin = await StartAsync(report =>
        {
            report.AddRow(id, report.Unique("seen"), "Seen", "yes");
            report.Node(NodeId.OfContainer(id))["topology"] = "host";
        });

        var panel = await PanelWithAsync(id, plugin.Script().Unique("seen"));

        Assert.Equal(id, panel["docker_container_id"]);
        Assert.Contains(NodeId.OfContainer(id), await Scope.ContainerViewAsync());
        await PluginIsOkAsync(plugin.Id);
    }

    [Fact]
    public async Task Controls_OnAContainer_ReplaceScopesOwn()
    {
        var id = await samples.IdAsync(engine, "running", 5);
        await PanelAsync(id, panel => panel.Controls.Contains("docker_stop_container"), "Scope's own controls");
        // Newer than Scope's own for as long as the test may take.
        var soon = DateTime.UtcNow.AddMinutes(10);
        await using var plugin = await StartAsync(report => report.Node(NodeId.OfContainer(id))["latestControls"] =
            new JsonObject { ["ours"] = ScriptedReport.Alive(soon) });

        await PanelAsync(id, panel => !panel.Controls.Any(), "no control any more");

        await PluginIsOkAsync(plugin.Id);
    }

    [Fact]
    public async Task Template_WithTheIdOfAnotherAndAGreaterPriority_Wins()
    {
        var id = await samples.IdAsync(engine, "running", 1);
        await using var plugin = await StartAsync(report => report.AddTemplate("docker_container_command", "Taken", 3.5));

        await PanelAsync(
            id, panel => panel.Rows.Any(row => row is ("docker_container_command", "Taken", "sleep 1h")), "the label taken");
    }

    [Fact]
    public async Task Template_WithTheIdOfAnotherAndASmallerPriority_Loses()
    {
        var id = await samples.IdAsync(engine, "running", 1);
        await using var plugin = await StartAsync(report =>
        {
            report.AddTemplate("docker_container_state_human", "Taken", 0.5);
            report.AddRow(id, report.Unique("seen"), "Seen", "yes");
        });

        var panel = await PanelWithAsync(id, plugin.Script().Unique("seen"));

        Assert.Equal("State", panel.Rows.Single(row => row.Id == "docker_container_state_human").Label);
    }

    [Fact]
    public async Task Socket_WithANameThatIsNoId_IsLeftAloneAndLogged()
    {
        await using var misnamed = await ScriptedPlugin.StartAsync(PluginsDirectory, "no_id");
        await using var plugin = await StartAsync(_ => { });

        await PluginIsOkAsync(plugin.Id);

        await EventuallyAsync(
            Scope.LogAsync, log => log.Contains("invalid plugin id", StringComparison.Ordinal), "Scope logs what is wrong");
        Assert.Empty(misnamed.Requests);
        Assert.DoesNotContain(await Scope.PluginsAsync(), listed => listed.Id == "no_id");
    }

    private async Task<ScriptedPlugin> StartAsync(Action<ScriptedReport> report)
    {
        var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory);
        plugin.Report = report;
        return plugin;
    }

    private async Task AssertStatusAsync(string pattern, Action<ScriptedReport> defect)
    {
        await using var plugin = await StartAsync(defect);
        await AssertStatusAsync(plugin, pattern);
    }

    private async Task AssertStatusAsync(string pattern, RequestDelegate answer)
    {
        await using var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory);
        plugin.Answer = answer;
        await AssertStatusAsync(plugin, pattern);
    }

    private async Task AssertStatusAsync(ScriptedPlugin plugin, string pattern) =>
        await PluginAsync(plugin.Id, status => Regex.IsMatch(status, pattern), $"like {pattern}");

    public sealed class OnContractScope(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
        : BrokenPluginTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;

    public sealed class OnRealScope(RealScopeFixture scopes, SampleContainers samples, Engine engine)
        : BrokenPluginTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
}
