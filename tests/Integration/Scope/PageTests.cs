using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>What the page shows of our plugin.</summary>
[Trait(TestForm.Name, TestForm.Any)]
public sealed class PageTests(RealScopeFixture scopes, Engine engine)
    : BrowserTests(scopes, engine), IClassFixture<RealScopeFixture>
{
    /// <summary>Names the file to which the test writes a picture of the page; without it, it writes none.</summary>
    private const string PictureVariable = "SCOPE_SCREENSHOT";

    [Fact]
    public async Task Page_AfterAClickOnAContainer_ShowsItsVolumesAndThePlugin()
    {
        await using var plugin = await PluginUnderTest.StartAsync(PluginsDirectory);
        await PanelAsync(Id, panel => panel[PluginUnderTest.Row] == "3", "the row of our plugin");

        var page = await OpenPanelAsync();

        var panel = page.Locator(".node-details");
        await Assertions.Expect(panel.GetByText(Name).First).ToBeVisibleAsync();
        var firstRow = panel.Locator(".node-details-info-field").First;
        await Assertions.Expect(firstRow).ToHaveTextAsync(new Regex(@"^# Volumes:?\s*3$"));
        await Assertions.Expect(page.Locator(".plugins")).ToContainTextAsync(PluginUnderTest.Label);
        if (Environment.GetEnvironmentVariable(PictureVariable) is { Length: > 0 } path)
            await page.ScreenshotAsync(new() { Path = path });
    }
}
