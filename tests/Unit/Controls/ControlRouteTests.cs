using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VolumeCount.Scope.Controls;
using VolumeCount.Scope.Hosting.Http;
using VolumeCount.Tests.Unit.Generators.Samples.Published;
using VolumeCount.Tests.Unit.Report;

namespace VolumeCount.Tests.Unit.Controls;

/// <summary>What the whole program does with <c>/control</c>, where its report has controls.</summary>
public sealed class ControlRouteTests
{
    private static readonly Uri Control = new("/control?api_version=1&probe_id=6f9a1c5e2b", UriKind.Relative);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Press_ReachesTheHandlerOfTheReport()
    {
        // The handler asks for a service that this program does not have, and says so.
        await using var factory = new PluginFactory(new StubEngine(), CpuWaitReportContext.Controls);
        using var client = factory.CreateClient();

        using var response = await client.PostAsync(
            Control, Json("""{"AppID":"a","NodeID":"alpha;\u003chost\u003e","Control":"switchToIdle","ControlArgs":null}"""),
            CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(nameof(CpuWaitMonitor), await ErrorAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_IsAnsweredWithTheReportAfterIt()
    {
        ControlRouter controls = new([new("report", static (_, services, _) =>
            new(ControlResponse.Shortcut(services.GetRequiredService<TimeProvider>().GetUtcNow(), static (output, time) =>
                CpuWaitReportContext.Write(output, new() { Time = time, Hosts = [] }))))]);
        await using var factory = new PluginFactory(new StubEngine(), controls);
        using var client = factory.CreateClient();

        using var response =
            await client.PostAsync(Control, Json("""{"NodeID":"n","Control":"report"}"""), CancellationToken);

        var report = JsonNode.Parse(await response.Content.ReadAsStringAsync(CancellationToken))!["shortcutReport"]!;
        Assert.Equal("iowait", report["Plugins"]![0]!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task ControlByAnotherMethod_IsRefusedAndSaysSoAsJson(string method)
    {
        await using var factory = new PluginFactory(new StubEngine(), CpuWaitReportContext.Controls);
        using var client = factory.CreateClient();

        using var response = await client.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), Control), CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.Contains("POST only", await ErrorAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ControlEndpoint.MaxRequestSize, HttpStatusCode.OK, "no control 'nothing'")]
    [InlineData(ControlEndpoint.MaxRequestSize + 1, HttpStatusCode.RequestEntityTooLarge, "the body is too big")]
    public async Task Body_OfASize_IsTakenOrRefusedByTheRealServer(int size, HttpStatusCode status, string error)
    {
        using var folder = new TemporaryFolder();
        await using var factory = new PluginFactory(new StubEngine(), CpuWaitReportContext.Controls, folder.Path);
        factory.UseKestrel();
        factory.StartServer();
        using var client = new HttpClient(new SocketsHttpHandler
        {
            Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(folder.Combine("volume-count.sock")), token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri("http://plugin"), Control))
        {
            // The server refuses a large body before it reads it: a client that has begun to send it would get a broken
            // pipe.
            Headers = { ExpectContinue = true },
            Content = Json("""{"NodeID":"n","Control":"nothing"}""".PadRight(size)),
        };
        using var response = await client.SendAsync(request, CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(error, await ErrorAsync(response), StringComparison.Ordinal);
    }

    private static ByteArrayContent Json(string json) =>
        new(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static async Task<string> ErrorAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(CancellationToken))!["error"]!.GetValue<string>();
}
