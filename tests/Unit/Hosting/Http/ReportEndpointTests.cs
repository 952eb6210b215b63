using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Tests.Unit.Report;

namespace VolumeCount.Tests.Unit.Hosting.Http;

/// <summary>What the program answers to which request.</summary>
public sealed class ReportEndpointTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetReport_WithContainers_AnswersTheWholeReport()
    {
        Container[] containers =
        [
            new(new string('a', 64),
            [
                new Mount("/data", "volume", "web-data", "local", IsWritable: true),
                new Mount("/tmp", "tmpfs", null, null, IsWritable: false),
            ]),
            new(new string('b', 64), []),
        ];
        await using var factory = new PluginFactory(new StubEngine(containers));
        using var client = factory.CreateClient();
        await Wait.UntilAsync(() => KnownContainers(factory) == 2, "Docker has answered", CancellationToken);

        using var response = await client.GetAsync(new Uri("/report", UriKind.Relative), CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        var body = await response.Content.ReadAsByteArrayAsync(CancellationToken);
        Assert.Equal(body.Length, response.Content.Headers.ContentLength);
        var expected = VolumeCountReport.From(new InventorySnapshot(PluginFactory.Now, [.. containers]));
        Assert.True(
            JsonNode.DeepEquals(
                JsonSerializer.SerializeToNode(expected, VolumeCountReportContext.Default.VolumeCountReport),
                JsonNode.Parse(body)),
            Encoding.UTF8.GetString(body));
    }

    [Fact]
    public async Task GetReport_BeforeDockerHasAnswered_RegistersThePluginWithoutNodes()
    {
        await using var factory = new PluginFactory(new StubEngine(null));
        using var client = factory.CreateClient();

        var report = JsonNode.Parse(await client.GetStringAsync(new Uri("/report", UriKind.Relative), CancellationToken))!;

        Assert.Equal("volume-count", report["Plugins"]![0]!["id"]!.GetValue<string>());
        Assert.Empty(report["Container"]!["nodes"]!.AsObject());
    }

    [Theory]
    [InlineData("/report?api_version=1&probe_id=6f9a1c5e2b")]
    [InlineData("/report?api_version=99")]
    [InlineData("/report?")]
    [InlineData("/report?%00=%ff&a&&=")]
    public async Task GetReport_WithQueryParameters_IgnoresThem(string uri)
    {
        await using var factory = new PluginFactory(new StubEngine());
        using var client = factory.CreateClient();

        using var response = await client.GetAsync(new Uri(uri, UriKind.Relative), CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/report/")]
    [InlineData("/Report")]
    [InlineData("/report/volume-count")]
    [InlineData("/control")]
    [InlineData("/favicon.ico")]
    public async Task GetOfAnotherPath_IsNotFoundAndSaysSoAsJson(string path)
    {
        await using var factory = new PluginFactory(new StubEngine());
        using var client = factory.CreateClient();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await AssertIsJsonErrorAsync(response);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task ReportByAnotherMethod_IsRefusedAndSaysSoAsJson(string method)
    {
        await using var factory = new PluginFactory(new StubEngine());
        using var client = factory.CreateClient();

        using var response = await client.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), new Uri("/report", UriKind.Relative)), CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET"], response.Content.Headers.Allow);
        await AssertIsJsonErrorAsync(response);
    }

    private static int KnownContainers(PluginFactory factory) =>
        ((SnapshotPublisher)factory.Services.GetService(typeof(SnapshotPublisher))!).Current.Containers.Length;

    private static async Task AssertIsJsonErrorAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(CancellationToken))!.AsObject();
        Assert.NotEmpty(Assert.Single(body, property => property.Key == "error").Value!.GetValue<string>());
    }
}
