using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>How a plugin that takes orders gets a button, and what comes of pressing it.</summary>
public abstract class ControlTests(ScopeFixture scopes, SampleContainers samples, Engine engine) : ScopeTests(scopes)
{
    private const string Control = "prune";

    private string _host = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await EventuallyAsync(
            async () =>
            {
                try
                {
                    return await Scope.HostAsync();
                }
                catch (ScopeViewException)
                {
                    return "";
                }
            },
            host => host.Length > 0,
            "Scope knows its host");
    }

    [Fact]
    public async Task Button_WhenPressed_BringsThePluginItsOrder()
    {
        await using var plugin = await StartAsync();

        var error = await PressAsync(plugin);

        Assert.Null(error);
        var order = Assert.Single(plugin.Orders);
        Assert.Equal((Control, _host), (order["Control"]!.GetValue<string>(), order["NodeID"]!.GetValue<string>()));
        Assert.NotEmpty(order["AppID"]!.GetValue<string>());
        Assert.Null(order["ControlArgs"]);
        Assert.Contains(
            plugin.Requests,
            request => request.StartsWith("POST /control?api_version=1&probe_id=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Button_WhoseOrderIsRefused_ShowsTheErrorAndLeavesThePluginWell()
    {
        await using var plugin = await StartAsync();
        plugin.Order = () => Json(new JsonObject { ["error"] = "nothing to prune" });

        var error = await PressAsync(plugin);

        Assert.Equal("nothing to prune", error);
        await PluginIsOkAsync(plugin.Id);
    }

    [Fact]
    public async Task Button_WhoseOrderIsAnsweredWithAnotherStatus_ShowsThatAsTheError()
    {
        await using var plugin = await StartAsync();
        plugin.Order = () => Results.Text("{}", "application/json", statusCode: StatusCodes.Status500InternalServerError);

        var error = await PressAsync(plugin);

        Assert.Equal("plugin returned non-200 status code: 500 Internal Server Error", error);
    }

    [Fact]
    public async Task Button_WhoseOrderIsAnsweredWithAReport_HasScopeShowItAtOnce()
    {
        var id = await samples.IdAsync(engine, "running", 2);
        await using var plugin = await StartAsync();
        plugin.Order = () =>
        {
            var report = plugin.Script();
            report.SetLatest(NodeId.OfContainer(id), report.Unique("pruned"), "just now");
            return Json(new JsonObject { ["shortcutReport"] = report.Root });
        };

        var error = await PressAsync(plugin);

        Assert.Null(error);
        var panel = await PanelWithAsync(id, plugin.Script().Unique("pruned"));
        Assert.Equal("just now", panel[plugin.Script().Unique("pruned")]);
        await PluginIsOkAsync(plugin.Id);
    }

    [Fact]
    public async Task Controller_WithoutControlsOnANode_TakesTheNodesOwnAway()
    {
        var id = await samples.IdAsync(engine, "running", 5);
        await PanelAsync(id, panel => panel.Controls.Contains("docker_stop_container"), "Scope's own controls");
        await using var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory);
        plugin.Report = report =>
        {
            report.Plugin["interfaces"] = ScriptedReport.Set("reporter", "controller");
            report.AddRow(id, report.Unique("seen"), "Seen", "yes");
        };

        // Not at each look: it depends on who of the two was asked last.
        await PanelAsync(id, panel => panel.Controls.Count == 0, "no control any more");

        await PluginIsOkAsync(plugin.Id);
    }

    private static IResult Json(JsonObject answer) => Results.Text(answer.ToJsonString(), "application/json");

    private async Task<ScriptedPlugin> StartAsync()
    {
        var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory);
        plugin.Report = report =>
        {
            report.Plugin["interfaces"] = ScriptedReport.Set("reporter", "controller");
            report.AddTemplate(report.Unique("pruned"), "Pruned", priority: 5);
            report.Root["Host"] = new JsonObject
            {
                ["nodes"] = new JsonObject
                {
                    [_host] = new JsonObject
                    {
                        ["latestControls"] = new JsonObject { [Control] = ScriptedReport.Alive(DateTime.UtcNow) },
                    },
                },
                ["controls"] = new JsonObject
                {
                    [Control] = new JsonObject { ["id"] = Control, ["human"] = "Prune", ["icon"] = "fa fa-broom" },
                },
            };
        };
        return plugin;
    }

    /// <summary>Waits for the plugin's button, and presses it.</summary>
    private async Task<string?> PressAsync(ScriptedPlugin plugin)
    {
        var id = $"{plugin.Id}~{Control}";
        var buttons = await EventuallyAsync(
            Scope.HostButtonsAsync, buttons => buttons.Any(button => button.Id == id), $"the host has the button {id}");
        return await Scope.PressAsync(buttons.Single(button => button.Id == id));
    }

    public sealed class OnContractScope(ContractScopeFixture scopes, SampleContainers samples, Engine engine)
        : ControlTests(scopes, samples, engine), IClassFixture<ContractScopeFixture>;

    public sealed class OnRealScope(RealScopeFixture scopes, SampleContainers samples, Engine engine)
        : ControlTests(scopes, samples, engine), IClassFixture<RealScopeFixture>;
}
