using Bogus;
using Microsoft.Playwright;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>Tests of what a person sees who opens Scope's page in a browser and clicks a container.</summary>
public abstract class BrowserTests(RealScopeFixture scopes, Engine engine) : ScopeTests(scopes)
{
    private const int Width = 1280;
    private const int Height = 760;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The container's name on the page.</summary>
    private protected string Name { get; } = $"shop-{new Faker().Random.AlphaNumeric(6)}";

    /// <summary>The container's full id. It has three mounts.</summary>
    private protected string Id { get; private set; } = "";

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        await base.DisposeAsync();
    }

    private protected override async Task<IScope> StartScopeAsync(ScopeFixture scopes)
    {
        await ScopeImage.RequireAsync();

        // Before Scope, which would else show the process that starts the container's, and go on showing it.
        Id = await engine.RunAsync(
            "--volume", "/var/lib/orders", "--volume", "/var/log/shop", "--mount", "type=tmpfs,destination=/cache");
        await DockerCli.RunAsync("rename", Id, Name);
        return await base.StartScopeAsync(scopes);
    }

    /// <summary>
    /// Opens Scope's page and clicks the container. Skips the running test where there is no browser or no page.
    /// </summary>
    private protected async Task<IPage> OpenPanelAsync()
    {
        var path = await Browser.RequireAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = [.. Browser.Options],
            ChromiumSandbox = false,
        });
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = Width, Height = Height } });
        var answer = await page.GotoAsync(((RealScope)Scope).Page.ToString());
        if (answer is not { Ok: true } || await page.Locator("#app").CountAsync() == 0)
            Requirement.Skip($"needs an image {ScopeImage.Name} with Scope's page in it");

        // The dot in the middle of the container's shape: the page gives a node no id or stable class.
        await page.Locator("svg g").Filter(new() { HasText = Name }).Last.Locator("circle").Last.ClickAsync();
        return page;
    }
}
