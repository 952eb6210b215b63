using System.Buffers;
using System.Net;
using Microsoft.Playwright;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope.Writing;
using VolumeCount.Tests.Integration.Infrastructure;
using VolumeCount.Tests.Integration.Scope.Infrastructure;
using VolumeCount.Tests.Unit.Generators.Samples;

namespace VolumeCount.Tests.Integration.Scope;

/// <summary>What the page makes of all that the generator can write, and of nodes that only a plugin knows.</summary>
public sealed class EverythingInBrowserTests(RealScopeFixture scopes, Engine engine)
    : BrowserTests(scopes, engine), IClassFixture<RealScopeFixture>
{
    [Fact]
    public async Task Page_OfAHostWithEverything_Lives()
    {
        var host = (await EventuallyAsync(HostAsync, host => host is not null, "Scope knows its host"))!;
        await using var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory, "everything");
        plugin.Answer = async context => await context.Response.BodyWriter.WriteAsync(Report(host), context.RequestAborted);
        await PluginIsOkAsync("everything");

        var page = await OpenPageAsync();
        await page.ShowTopologyAsync("Hosts");
        await page.ShowViewAsync("Table");
        await page.ExpectAsync(page.Page.Locator(".nodes-grid").GetByText("Decimal"));
        var columns = await page.SortByEachColumnAsync();
        await page.OpenPanelAsync(host);
        await page.ExpectAsync(page.Section("Rows"));
        await page.ExpectAsync(page.Section("Labels"));
        await page.ExpectAsync(page.Section("Limits"));
        foreach (var query in (string[])["tex", "text:some", "address:::", "no link", "^Fine$", "cpu > 1"])
        {
            await page.SearchAsync(query);
            await page.ClearSearchAsync();
        }

        await page.SearchAsync("some");
        foreach (var view in (string[])["Graph", "Resources", "Table"])
            await page.ShowViewAsync(view);
        await page.ReloadAsync();
        await Assertions.Expect(page.SearchBox).ToHaveValueAsync("some");
        await page.PauseAsync();
        await page.OpenPanelAsync(host);
        await page.ResumeAsync();
        await page.ClosePanelAsync();
        foreach (var topology in (string[])["Processes", "by name", "Containers", "by image", "by DNS name", "Hosts"])
        {
            await page.ShowTopologyAsync(topology);
            await page.ShowViewAsync("Graph");
            await page.ShowViewAsync("Table");
        }

        Assert.Superset(
            new HashSet<string>(
                ["Text", "Real", "Flag", "Mood", "Since", "Age", "Address", "Home", "Tags", "Restarts", "Cpu"]),
            columns.ToHashSet());
    }

    [Fact]
    public async Task Page_OfAContainerThatOnlyThePluginKnows_HasItByImageAsWell()
    {
        var (name, image) = ($"orders-{Containers.RandomId()[..6]}", $"registry.test/{Containers.RandomId()[..6]}");
        var container = new Container(Containers.RandomId(), [])
        {
            Name = name,
            Description = new ContainerDescription
            {
                State = "running",
                ImageName = $"{image}:1",
                ImageId = Containers.RandomId(),
            },
        };
        await using var plugin = await ScriptedPlugin.StartAsync(PluginsDirectory, PluginUnderTest.Id);
        plugin.Answer = async context =>
        {
            VolumeCountReportContext.Write(
                context.Response.BodyWriter,
                VolumeCountReport.From(new InventorySnapshot(DateTimeOffset.UtcNow, [container])));
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        };
        await PluginIsOkAsync(PluginUnderTest.Id);

        var page = await OpenPageAsync();
        await page.ShowViewAsync("Table");
        await page.RowAsync(name);
        await page.ShowTopologyAsync("by image");
        await page.OpenPanelAsync(image);

        await page.ExpectAsync(page.Panel.GetByText(name, new() { Exact = true }));
        await page.AssertIsAliveAsync();
    }

    private static ReadOnlyMemory<byte> Report(string host)
    {
        var now = DateTimeOffset.UtcNow;
        var node = new EverythingNode
        {
            Id = host,
            Text = "some text",
            Real = 1e300,
            Single = -1.5f,
            Decimal = 12.50m,
            Flag = true,
            Since = now.AddYears(-1),
            Age = TimeSpan.FromDays(3),
            Address = IPAddress.Parse("fe80::1"),
            Home = new Uri("https://example.org/"),
            Page = "no link",
            Tags = ["a", "b"],
            More = ["c", null],
            Restarts = 3,
            Secret = "secret",
            Cpu = 12.5,
            Cost = -1,
            Memory = ulong.MaxValue,
            Load = [new MetricSample(now.AddSeconds(-2), 0.5), new MetricSample(now, 1.5)],
            Rows =
            [
                .. Enumerable.Range(0, 7).Select(i => new EverythingRow(
                    $"row {i}", i, i % 2 == 0 ? null : new Uri("https://example.org/"), i % 2 == 0 ? (Mood)99 : Mood.Bad)),
            ],
            Labels = Enumerable.Range(0, 7).ToDictionary(i => $"label {i}", i => i == 0 ? null : $"value {i}"),
            Limits = new EverythingLimits(Cpu: 2, Memory: null),
            Image = "no-such-image",
            Processes = ["no-such-host;1"],
            Peers = [host],
            CanDoIt = true,
            CanUndo = false,
        };
        var output = new ArrayBufferWriter<byte>();
        EverythingReportContext.Write(
            output, new EverythingReport { Time = now, Hosts = [node], Processes = [new ProcessNode(1, host)] });
        return output.WrittenMemory;
    }

    private async Task<string?> HostAsync()
    {
        try
        {
            return (await Scope.HostAsync()).Split(';')[0];
        }
        catch (ScopeViewException)
        {
            return null;
        }
    }
}
