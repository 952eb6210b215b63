using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VolumeCount.Tests.Integration.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>
/// Scope's page in a browser. Each action fails if the page throws an error that it does not catch, or goes blank.
/// </summary>
internal sealed class ScopePage : IAsyncDisposable
{
    private const int Width = 1280;
    private const int Height = 760;
    private const float DeadlineMilliseconds = 30_000;

    // The left edge of a row: an open panel covers the right half of the page.
    private static readonly Position RowStart = new() { X = 60, Y = 6 };

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ConcurrentQueue<string> _errors = [];

    private ScopePage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
        page.SetDefaultTimeout(DeadlineMilliseconds);
        Assertions.SetDefaultExpectTimeout(DeadlineMilliseconds);
        page.PageError += (_, error) => _errors.Enqueue(error);
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>The box into which a query is typed.</summary>
    public ILocator SearchBox => Page.GetByPlaceholder("search", new() { Exact = true });

    /// <summary>The panel that is open.</summary>
    public ILocator Panel => Page.Locator(".node-details");

    /// <summary>The rows of the table view.</summary>
    public ILocator Rows => Page.Locator(".nodes-grid .node-details-table-node");

    /// <summary>Opens Scope's page. Skips the running test without a browser or a page.</summary>
    public static async Task<ScopePage> OpenAsync(RealScope scope)
    {
        var path = await Browser.RequireAsync();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = [.. Browser.Options],
            ChromiumSandbox = false,
        });
        var page = new ScopePage(
            playwright, browser,
            await browser.NewPageAsync(new() { ViewportSize = new() { Width = Width, Height = Height } }));
        try
        {
            var answer = await page.Page.GotoAsync(scope.Page.ToString());
            if (answer is not { Ok: true } || await page.Page.Locator("#app").CountAsync() == 0)
                Requirement.Skip($"needs an image {ScopeImage.Name} with Scope's page in it");

            await page.ExpectAsync(
                page.Page.Locator(".topologies-selector").GetByText("Containers", new() { Exact = true }));
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types a query, one letter after the other.</summary>
    public async Task SearchAsync(string query)
    {
        await SearchBox.ClickAsync();
        foreach (var letter in query)
        {
            await SearchBox.PressSequentiallyAsync(letter.ToString());
            await AssertIsAliveAsync();
        }

        await Assertions.Expect(SearchBox).ToHaveValueAsync(query);
    }

    /// <summary>Waits until the page says that the query matches something.</summary>
    public async Task ExpectMatchesAsync()
    {
        await ExpectAsync(Page.GetByTitle(new Regex("^[1-9][0-9]* matches$")));
        await AssertIsAliveAsync();
    }

    /// <summary>Empties the search box.</summary>
    public async Task ClearSearchAsync()
    {
        await SearchBox.FillAsync("");
        await AssertIsAliveAsync();
    }

    /// <summary>Reloads the page, which keeps the query.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ExpectAsync(SearchBox);
        await AssertIsAliveAsync();
    }

    /// <summary>Shows another view: <c>Graph</c>, <c>Table</c> or <c>Resources</c>.</summary>
    public async Task ShowViewAsync(string view)
    {
        await Page.Locator($".view-{view}-action").ClickAsync();
        await ExpectAsync(Page.Locator($".view-{view}-action.view-mode-selector-action-selected"));
        await AssertIsAliveAsync();
    }

    /// <summary>Shows another topology, by its label: <c>Hosts</c>, <c>by image</c> and so on.</summary>
    public async Task ShowTopologyAsync(string label)
    {
        await Page.Locator(".topologies-selector").GetByText(label, new() { Exact = true }).ClickAsync();
        await AssertIsAliveAsync();
    }

    /// <summary>Pauses the page at what it shows.</summary>
    public Task PauseAsync() => ClickTimeControlAsync("Pause");

    /// <summary>Shows what happens from now on.</summary>
    public Task ResumeAsync() => ClickTimeControlAsync("Live");

    /// <summary>Waits until the table view, which is shown, has a row of a node.</summary>
    public async Task<ILocator> RowAsync(string name)
    {
        var row = Rows.Filter(
            new() { Has = Page.Locator(".node-details-table-node-label", new() { HasTextString = name }) }).First;
        await ExpectAsync(row);
        return row;
    }

    /// <summary>Sorts the table view by each of its columns, in both directions.</summary>
    /// <returns>The labels of the columns.</returns>
    public async Task<IReadOnlyList<string>> SortByEachColumnAsync()
    {
        var headers = Page.Locator(".nodes-grid .node-details-table-header-sortable");
        var labels = await headers.AllInnerTextsAsync();
        for (var column = 0; column < labels.Count; column++)
        {
            await headers.Nth(column).DispatchEventAsync("click");
            await AssertIsAliveAsync();
            await headers.Nth(column).DispatchEventAsync("click");
            await AssertIsAliveAsync();
        }

        return [.. labels.Select(label => label.Trim())];
    }

    /// <summary>Clicks a row of the table view, which is shown, and waits for the panel.</summary>
    public async Task OpenPanelAsync(string name)
    {
        await ClickRowAsync(name);
        await ExpectAsync(Panel.Locator(".node-details-info").First);
        await AssertIsAliveAsync();
    }

    /// <summary>Clicks a row of the table view, which is shown.</summary>
    public async Task ClickRowAsync(string name) => await (await RowAsync(name)).ClickAsync(new() { Position = RowStart });

    /// <summary>Closes the panel.</summary>
    public async Task ClosePanelAsync()
    {
        await Page.Locator(".close-details").Last.ClickAsync();
        await Assertions.Expect(Panel).ToHaveCountAsync(0);
        await AssertIsAliveAsync();
    }

    /// <summary>A table or list of the panel, by its label.</summary>
    public ILocator Section(string label) => Panel.Locator(".node-details-content-section").Filter(new()
    {
        Has = Page.Locator(".node-details-content-section-header", new() { HasTextString = label }),
    });

    /// <summary>Waits until an element is on the page.</summary>
    public async Task ExpectAsync(ILocator element, float deadlineMilliseconds = DeadlineMilliseconds)
    {
        try
        {
            await element.First.WaitForAsync(
                new() { State = WaitForSelectorState.Attached, Timeout = deadlineMilliseconds });
        }
        catch (TimeoutException)
        {
            await AssertIsAliveAsync();
            throw;
        }
    }

    /// <summary>Fails if the page has thrown an error that it did not catch, or is blank.</summary>
    public async Task AssertIsAliveAsync()
    {
        var isBlank = await IsBlankAsync();
        Assert.Empty(_errors);
        Assert.False(isBlank, "Scope's page is blank.");
    }

    /// <summary>Fails unless the page throws an error and goes blank.</summary>
    public async Task AssertGoesBlankAsync()
    {
        await Wait.UntilAsync(
            IsBlankAsync, () => "Scope's page goes blank", TestContext.Current.CancellationToken,
            TimeSpan.FromMilliseconds(DeadlineMilliseconds));
        Assert.NotEmpty(_errors);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private async Task ClickTimeControlAsync(string label)
    {
        await Page.Locator(".time-control-wrapper").GetByText(label, new() { Exact = true }).ClickAsync();
        await AssertIsAliveAsync();
    }

    private async Task<bool> IsBlankAsync()
    {
        // What an event has changed is drawn in the next frame.
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))");
        return await Page.Locator(".footer").CountAsync() == 0;
    }
}
