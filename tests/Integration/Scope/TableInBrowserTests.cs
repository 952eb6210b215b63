using System.Text.Json.Nodes;
using Microsoft.Playwright;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>What the page makes of the tables that a plugin has drawn.</summary>
public sealed class TableInBrowserTests(RealScopeFixture scopes, Engine engine)
    : BrowserTests(scopes, engine), IClassFixture<RealScopeFixture>
{
    [Fact]
    public async Task Tables_OfAPlugin_HaveTheirColumnsAndTheFirstFiveOfTheirRows()
    {
        await using var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory);
        plugin.Report = report =>
        {
            var (node, table, list) = (NodeId.OfContainer(Id), report.Unique("volumes_"), report.Unique("options_"));
            report.AddTable(table, "destination", "mode");
            foreach (var destination in new[] { "/f", "/e", "/c", "/b", "/a" })
                report.SetLatest(node, $"{table}{destination}___destination", destination);
            report.SetLatest(node, $"{table}/d_%5F%5F___destination", "/d___");
            report.SetLatest(node, $"{table}/c___mode", "ro");
            report.AddTable(list)["fixedRows"] = new JsonObject { [report.Unique("driver")] = " Driver" };
            report.SetLatest(node, report.Unique("driver"), "local");
            report.SetLatest(node, $"{list}size", "1 GB");
        };
        var script = plugin.Script();
        await PanelAsync(
            Id,
            panel => panel.Table(script.Unique("volumes_")) is not null
                && panel.Table(script.Unique("options_")) is not null,
            "the plugin's tables");

        var page = await OpenPanelAsync();

        var table = page.Section($"Label of {script.Unique("volumes_")}");
        await Assertions.Expect(table.Locator("thead td")).ToHaveTextAsync(["DESTINATION", "MODE"]);
        // The page takes the first five, and begins with the last of them.
        await Assertions.Expect(table.Locator("tbody td"))
            .ToHaveTextAsync(["/e", "", "/d___", "", "/c", "ro", "/b", "", "/a", ""]);
        await Assertions.Expect(table.Locator(".show-more")).ToContainTextAsync("+1");
        await table.Locator(".show-more").ClickAsync();
        await Assertions.Expect(table.Locator("tbody tr").First).ToHaveTextAsync("/f");

        var list = page.Section($"Label of {script.Unique("options_")}");
        await Assertions.Expect(list.Locator(".node-details-property-list-field-label")).ToHaveTextAsync(["Driver", "size"]);
        await Assertions.Expect(list.Locator(".node-details-property-list-field-value")).ToHaveTextAsync(["local", "1 GB"]);
    }
}
