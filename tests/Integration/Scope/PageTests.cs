using System.Text.RegularExpressions;
using Bogus;
using Microsoft.Playwright;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>What a person sees who opens Scope's page in a browser.</summary>
public sealed class PageTests(RealScopeFixture scopes, Engine engine) : ScopeTests(scopes), IClassFixture<RealScopeFixture>
{
    /// <summary>Names the file to which the test writes a picture of the page; without it, it writes none.</summary>
    private const string PictureVariable = "SCOPE_SCREENSHOT";

    private const int Width = 1280;
    private const int Height = 760;

    private readonly string _name = $"shop-{new Faker().Random.AlphaNumeric(6)}";
    private string _id = "";

    [Fact]
    public async Task Page_AfterAClickOnAContainer_ShowsItsVolumesAndThePlugin()
    {
        var browserPath = await Browser.RequireAsync();
        await using var plugin = await PluginUnderTest.StartAsync(PluginsDirectory);
        await PanelAsync(_id, panel => panel[PluginUnderTest.Row] == "3", "the row of our plugin");

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = browserPath,
            Args = [.. Browser.Options],
            ChromiumSandbox = false,
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = Width, Height = Height } });
        await OpenAsync(page);

        await ClickContainerAsync(page, _name);
        var panel = page.Locator(".node-details");
        var plugins = page.Locator(".plugins");

        await Assertions.Expect(panel.GetByText(_name).First).ToBeVisibleAsync();
        var firstRow = panel.Locator(".node-details-info-field").First;
        await Assertions.Expect(firstRow).ToHaveTextAsync(new Regex(@"^# Volumes:?\s*3$"));
        await Assertions.Expect(plugins).ToContainTextAsync(PluginUnderTest.Label);
        await TakePictureAsync(page);
    }

    private protected override async Task<IScope> StartScopeAsync(ScopeFixture scopes)
    {
        await ScopeImage.RequireAsync();

        // Before Scope, which would else show the process that starts the container's, and go on showing it.
        _id = await engine.RunAsync(
            "--volume", "/var/lib/orders", "--volume", "/var/log/shop", "--mount", "type=tmpfs,destination=/cache");
        await DockerCli.RunAsync("rename", _id, _name);
        return await base.StartScopeAsync(scopes);
    }

    private async Task OpenAsync(IPage page)
    {
        var address = ((RealScope)Scope).Page;
        var answer = await page.GotoAsync(address.ToString());
        if (answer is not { Ok: true } || await page.Locator("#app").CountAsync() == 0)
            Requirement.Skip($"needs an image {ScopeImage.Name} with Scope's page in it");
    }

    /// <summary>Clicks the dot in the middle of a container's shape. The page gives a node no id or stable class.</summary>
    private static Task ClickContainerAsync(IPage page, string name) =>
        page.Locator("svg g").Filter(new() { HasText = name }).Last.Locator("circle").Last.ClickAsync();

    private static async Task TakePictureAsync(IPage page)
    {
        if (Environment.GetEnvironmentVariable(PictureVariable) is { Length: > 0 } path)
            await page.ScreenshotAsync(new() { Path = path });
    }
}
