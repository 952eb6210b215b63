using System.Net;
using VolumeCount.Engines.Docker;

namespace VolumeCount.Tests.Unit.Engines.Docker;

public sealed class EngineGuardTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("CONNECT")]
    public async Task Send_OfWhatIsNotReading_NeverLeaves(string method)
    {
        var engine = new Engine();
        using var client = Guard(engine, maxBytes: 100);
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://docker/containers/a");

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(request, CancellationToken));

        Assert.Equal(0, engine.Requests);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Send_OfReading_IsAnswered(string method)
    {
        var engine = new Engine();
        using var client = Guard(engine, maxBytes: 100);
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://docker/version");

        using var response = await client.SendAsync(request, CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, engine.Requests);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task Read_OfAnAnswer_EndsAtItsLimit(int bytes, bool isTakenIn)
    {
        using var client = Guard(new Engine(bytes), maxBytes: 100);

        var answer = client.GetByteArrayAsync(new Uri("http://docker/version"), CancellationToken);

        if (isTakenIn)
            Assert.Equal(bytes, (await answer).Length);
        else
            Assert.Equal("too much", (await Assert.ThrowsAsync<InvalidDataException>(() => answer)).Message);
    }

    [Fact]
    public async Task Read_OfAStreamedAnswer_IsTheReadersOwnBusiness()
    {
        using var client = Guard(new Engine(bytes: 101), maxBytes: 100);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://docker/containers/json");
        request.Options.Set(EngineGuard.IsStreamed, true);

        using var response = await client.SendAsync(request, CancellationToken);

        Assert.Equal(101, (await response.Content.ReadAsByteArrayAsync(CancellationToken)).Length);
    }

    private static HttpClient Guard(Engine engine, int maxBytes) =>
        new(new EngineGuard(() => new SizeLimit(maxBytes, "too much")) { InnerHandler = engine });

    private sealed class Engine(int bytes = 0) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(new byte[bytes]) });
        }
    }
}
