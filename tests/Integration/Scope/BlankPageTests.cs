using System.Text.Json.Nodes;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>
/// A corpus of reports that blank Scope's page, and of odd ones that do not. <c>volume-count check</c> has a rule for each
/// of the former.
/// </summary>
public sealed class BlankPageTests(RealScopeFixture scopes, Engine engine)
    : BrowserTests(scopes, engine), IClassFixture<RealScopeFixture>
{
    private string Node => NodeId.OfContainer(Id);

    // No later test is to see what this one has broken.
    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Id.Length > 0)
        {
            await DockerCli.RunAsync("rm", "--force", "--volumes", Id);
            await EventuallyAsync(Scope.ContainerViewAsync, nodes => !nodes.Contains(Node), "the container is off the page");
        }

        await base.DisposeAsync();
    }

    [Fact]
    public async Task Row_WithoutAValueInEachColumn_BlanksThePageAtTheFirstLetterOfASearch()
    {
        await using var plugin = await StartAsync(report => AddRow(report, ["a", "b"], "row", "a"));

        var page = await OpenPageAsync();
        await page.ShowViewAsync("Table");
        await page.RowAsync(Name);
        await page.SearchBox.PressSequentiallyAsync("s");

        await page.AssertGoesBlankAsync();
    }

    [Fact]
    public async Task Row_WithAnEmptyValueInAColumn_LeavesThePageAlive()
    {
        await using var plugin = await StartAsync(report => AddRow(report, ["a", "b"], "row", "a", "b"));

        var page = await OpenPanelAsync();

        await page.SearchAsync("s");
    }

    [Fact]
    public Task Table_WithoutColumns_BlanksThePageWithThePanel() => AssertPanelBlanksAsync(report =>
    {
        AddRow(report, ["a"], "row", "a");
        report.Containers["table_templates"]![report.Unique("t_")]!["columns"] = new JsonArray();
    });

    [Fact]
    public Task Row_WithAnEmptyId_BlanksThePageWithThePanel() =>
        AssertPanelBlanksAsync(report => AddRow(report, ["a"], "", "a"));

    [Fact]
    public Task Column_WithAnEmptyId_BlanksThePageWithThePanel() =>
        AssertPanelBlanksAsync(report => AddRow(report, [""], "row", ""));

    [Theory]
    [InlineData("")]
    [InlineData("::")]
    [InlineData("localhost")]
    public async Task Address_WithoutADigit_BlanksThePageWhenTheTableIsSortedByIt(string address)
    {
        await using var plugin = await StartAsync(report =>
        {
            report.AddRow(Id, report.Unique("t_"), "Odd address", address);
            report.Containers["metadata_templates"]![report.Unique("t_")]!["dataType"] = "ip";
        });
        var page = await OpenPageAsync();
        await page.ShowViewAsync("Table");
        await page.RowAsync(Name);

        await page.Page.Locator(".node-details-table-header-sortable").GetByText("Odd address").DispatchEventAsync("click");

        await page.AssertGoesBlankAsync();
    }

    [Fact]
    public async Task Report_OfOddValues_LeavesThePageAlive()
    {
        await using var plugin = await StartAsync(AddOddValues);
        var page = await OpenPageAsync();
        await page.ShowViewAsync("Table");
        await page.RowAsync(Name);

        await page.SortByEachColumnAsync();
        await page.OpenPanelAsync(Name);
        await page.SearchAsync("odd:x");
        await page.ClearSearchAsync();
        await page.SearchAsync("long");
        foreach (var view in (string[])["Graph", "Resources", "Table"])
            await page.ShowViewAsync(view);
        await page.Page.Locator(".footer [title='Open troubleshooting menu']").ClickAsync();
        await page.ExpectAsync(page.Page.Locator(".troubleshooting-menu"));
        await page.AssertIsAliveAsync();
    }

    private void AddOddValues(ScriptedReport report)
    {
        AddRow(report, ["a"], "row", "a");
        AddValue("datetime", "yesterday");
        AddValue("duration", "long");
        AddValue("number", "many");
        AddValue("link", "no address");
        AddValue("no such type", "x");
        AddValue("", "");
        AddValue("", new string('x', 100_000));
        var metadata = report.Containers["metadata_templates"]!.AsObject();
        metadata.First().Value!["label"] = "";
        metadata.First().Value!["truncate"] = -1;
        metadata.Last().Value!["truncate"] = 1_000_000_000;
        metadata.Last().Value!["priority"] = -1e300;

        (string, JsonArray)[] sampled = [("empty", []), ("full", [Sample(-1e300), Sample(0), Sample(1e300)])];
        foreach (var (id, samples) in sampled)
        {
            foreach (var format in (string[])["", "percent", "filesize", "integer", "no such format"])
            {
                var key = report.Unique($"{id}{format}");
                report.Containers["metric_templates"]![key] = new JsonObject
                {
                    ["id"] = key,
                    ["label"] = format.Length > 0 ? key : "",
                    ["format"] = format,
                };
                var metrics = report.Node(Node)["metrics"]?.AsObject() ?? [];
                report.Node(Node)["metrics"] = metrics;
                metrics[key] = new JsonObject { ["samples"] = samples.DeepClone(), ["min"] = 1, ["max"] = -1 };
            }
        }

        // Two templates with one id, a table without rows, and one of a type that Scope does not know.
        foreach (var key in (string[])["list_a", "list_b"])
            report.AddTable(report.Unique(key))["id"] = report.Unique("list");
        report.SetLatest(Node, report.Unique("list_a"), "");
        report.SetLatest(Node, report.Unique("list_bx"), "x");
        report.AddTable(report.Unique("none_"), "a");
        report.AddTable(report.Unique("odd_"))["type"] = "no such type";
        report.SetLatest(Node, report.Unique("odd_x"), "x");
        report.Containers["table_templates"]![report.Unique("odd_")]!["label"] = "";

        report.Node(Node)["parents"] = new JsonObject { ["host"] = ScriptedReport.Set("no-such-host;<host>") };
        report.Node(Node)["adjacency"] = ScriptedReport.Set(Node, "no-such-container;<container>");
        report.Containers["shape"] = "no such shape";
        report.Containers["label"] = "";
        report.Containers["controls"] = new JsonObject
        {
            [report.Unique("control")] = new JsonObject
            {
                ["id"] = report.Unique("control"),
                ["human"] = "",
                ["icon"] = "",
                ["rank"] = -1,
            },
        };
        report.Node(Node)["latestControls"] =
            new JsonObject { [report.Unique("control")] = ScriptedReport.Alive(DateTime.UtcNow) };
        report.Plugin["description"] = new string('x', 10_000);

        void AddValue(string dataType, string value)
        {
            var key = report.Unique($"value{report.Containers["metadata_templates"]!.AsObject().Count}");
            report.AddRow(Id, key, $"Odd {dataType}", value);
            report.Containers["metadata_templates"]![key]!["dataType"] = dataType;
        }

        static JsonObject Sample(double value) => new()
        {
            ["date"] = DateTime.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["value"] = value,
        };
    }

    private async Task AssertPanelBlanksAsync(Action<ScriptedReport> defect)
    {
        await using var plugin = await StartAsync(defect);
        var page = await OpenPageAsync();
        await page.ShowViewAsync("Table");

        await page.ClickRowAsync(Name);

        await page.AssertGoesBlankAsync();
    }

    /// <summary>Starts a plugin whose report has the row, value or table <c>t_</c>, and waits until Scope has it.</summary>
    private async Task<ScriptedPlugin> StartAsync(Action<ScriptedReport> report)
    {
        var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory);
        plugin.Report = report;
        var id = plugin.Script().Unique("t_");
        await PanelAsync(Id, panel => panel.Table(id) is not null || panel[id] is not null, "what the plugin reports");
        return plugin;
    }

    /// <summary>Adds a table, and a row with empty values in some of its columns.</summary>
    private void AddRow(ScriptedReport report, string[] columns, string row, params string[] cells)
    {
        var table = report.Unique("t_");
        report.AddTable(table, columns);
        foreach (var cell in cells)
            report.SetLatest(Node, $"{table}{row}___{cell}", "");
    }
}
