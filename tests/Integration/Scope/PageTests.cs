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

    private IPluginUnderTest? _plugin;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_plugin is not null)
            await _plugin.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Page_AfterAClickOnAContainer_ShowsItsVolumesAndThePlugin()
    {
        await StartPluginAsync();
        var page = await OpenPageAsync();

        // The dot in the middle of the container's shape: the page gives a node no id or stable class.
        await page.Page.Locator("svg g").Filter(new() { HasText = Name }).Last.Locator("circle").Last.ClickAsync();

        await Assertions.Expect(page.Panel.GetByText(Name).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Panel.Locator(".node-details-info-field").First)
            .ToHaveTextAsync(new Regex(@"^# Volumes:?\s*3$"));
        await Assertions.Expect(page.Panel.Locator(".node-details-info-field").Nth(1))
            .ToHaveTextAsync(new Regex($@"^Shares volumes with:?\s*{Other}$"));
        await Assertions.Expect(page.Page.Locator(".plugins")).ToContainTextAsync(PluginUnderTest.Label);
        await page.SearchAsync("-orders");
        await page.ExpectMatchesAsync();
        if (Environment.GetEnvironmentVariable(PictureVariable) is { Length: > 0 } path)
        {
            // High enough for the list of volumes.
            await page.Page.SetViewportSizeAsync(1280, 1120);
            await page.AssertIsAliveAsync();
            await page.Page.ScreenshotAsync(new() { Path = path });
        }
    }

    [Fact]
    public async Task Search_ForWhatAPersonMayType_FindsTheContainer()
    {
        await StartPluginAsync();
        var page = await OpenPageAsync();
        await page.ShowViewAsync("Table");
        await page.RowAsync(Name);

        // A row is found by its value; by its label only before a colon, and only with its letters and digits.
        string[] queries =
        [
            "s", Name, "volumes:3", "varliborders:volume", Volume, Other, $"sharesvolumeswith:{Other}", "anonymous",
            "^tmpfs$", "(no|-orders)",
        ];
        foreach (var query in queries)
        {
            await page.SearchAsync(query);
            await page.RowAsync(Name);
            await page.ClearSearchAsync();
        }

        // No container has these; the last two are no regular expressions, and taken as they are.
        foreach (var query in (string[])["/no/such/path", "(", "*"])
        {
            await page.SearchAsync(query);
            await page.ClearSearchAsync();
        }

        await page.SearchAsync("anonymous volume");
        await page.ReloadAsync();
        await Assertions.Expect(page.SearchBox).ToHaveValueAsync("anonymous volume");
        await page.ExpectMatchesAsync();
        await page.RowAsync(Name);
    }

    [Fact]
    public async Task Page_InEveryViewOfEveryTopology_Lives()
    {
        await StartPluginAsync();
        var page = await OpenPageAsync();

        foreach (var query in (string[])["", "volume"])
        {
            foreach (var topology in (string[])["Hosts", "Containers", "by image", "by DNS name", "Processes"])
            {
                await page.ShowTopologyAsync(topology);
                await page.ShowViewAsync("Table");
                await page.ShowViewAsync("Graph");
            }

            foreach (var topology in (string[])["Hosts", "Containers"])
            {
                await page.ShowTopologyAsync(topology);
                await page.ShowViewAsync("Resources");
                await page.ShowViewAsync("Graph");
            }

            if (query.Length == 0)
                await page.SearchAsync("volume");
        }
    }

    [Fact]
    public async Task Table_SortedByEachColumn_KeepsItsRows()
    {
        await StartPluginAsync();
        var page = await OpenPageAsync();
        await page.ShowViewAsync("Table");
        await page.RowAsync(Name);

        var columns = await page.SortByEachColumnAsync();

        Assert.Contains("# Volumes", columns);
        await page.RowAsync(Name);
    }

    [Fact]
    public async Task Panel_OfAnyNumberOfVolumes_OpensAndCloses()
    {
        var names = new Dictionary<int, string>();
        foreach (var count in (int[])[0, 1, 6, 12])
        {
            names[count] = $"{Name}-has-{count:d2}";
            var id = await RunAsync(
                names[count],
                [.. Enumerable.Range(0, count).SelectMany(
                    i => (string[])["--mount", $"type=tmpfs,destination=/mnt/{i:d2}"])]);
            Assert.Equal(("running", count), await DockerCli.InspectAsync(id));
        }

        await StartPluginAsync();
        var page = await OpenPageAsync();
        await page.ShowViewAsync("Table");

        foreach (var (count, name) in names)
        {
            await page.OpenPanelAsync(name);
            var rows = page.Section("Volumes").Locator(".node-details-property-list-field");
            await Assertions.Expect(rows).ToHaveCountAsync(Math.Min(count, 5));
            if (count > 5)
            {
                await page.Section("Volumes").Locator(".show-more").ClickAsync();
                await Assertions.Expect(rows).ToHaveCountAsync(count);
            }

            await PictureAsync(page, $"scope-panel-{count}.png");
            await page.ClosePanelAsync();
        }
    }

    [Fact]
    public async Task Plugin_StoppedAndStartedWhileThePageIsPaused_IsShownAgain()
    {
        await StartPluginAsync();
        var page = await OpenPanelAsync();
        await page.SearchAsync("volumes:3");

        await page.PauseAsync();
        await _plugin!.StopAsync();
        await _plugin.DisposeAsync();
        _plugin = null;
        await EventuallyAsync(
            () => FindPluginAsync(PluginUnderTest.Id), plugin => plugin is null, "the plugin is off the list");
        await page.AssertIsAliveAsync();
        await page.ResumeAsync();
        await StartPluginAsync();

        await PluginIsOkAsync(PluginUnderTest.Id);
        // The page asks for the list of plugins each 30 s.
        await page.ExpectAsync(page.Page.Locator(".plugins").GetByText(PluginUnderTest.Label), deadlineMilliseconds: 90_000);
        await page.ExpectAsync(page.Section("Volumes"));
        await page.AssertIsAliveAsync();
    }

    private async Task StartPluginAsync()
    {
        _plugin = await PluginUnderTest.StartAsync(PluginsDirectory);
        await PanelAsync(
            Id, panel => panel[PluginUnderTest.Row] == "3" && panel.Table("volumes") is not null, "the rows of our plugin");
    }

    private static async Task PictureAsync(ScopePage page, string file)
    {
        if (Environment.GetEnvironmentVariable("TEST_RESULTS") is not { Length: > 0 } results)
            return;
        Directory.CreateDirectory(results);
        await page.Page.ScreenshotAsync(new() { Path = Path.Combine(results, file) });
    }
}
