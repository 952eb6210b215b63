using System.Text;
using VolumeCount.Scope.Hosting.Http;

namespace VolumeCount.Tests.Unit.Hosting.Http;

/// <summary>Which request is answered without Kestrel's HTTP: a probe's, and no other.</summary>
public sealed class ProbeRequestTests
{
    private const string Probe =
        "GET /report?api_version=1&probe_id=6f9a1c5e2b HTTP/1.1\r\nHost: plugin\r\nUser-Agent: "
            + "Go-http-client/1.1\r\nAccept-Encoding: gzip\r\n\r\n";

    [Theory]
    [InlineData(Probe)]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\n\r\n")]
    [InlineData("GET /report? HTTP/1.1\r\nhost:plugin:80\r\nACCEPT: */*\r\n\r\n")]
    public void RequestOfAProbe_IsKnownWhole(string request)
    {
        Assert.Equal(request.Length, Match(request));
        Assert.Equal(request.Length, Match(request + Probe));
        Assert.Equal(request.Length, Match(request + "garbage"));
    }

    [Fact]
    public void RequestOfAProbe_InPart_IsNotKnownYet() =>
        Assert.All(Enumerable.Range(0, Probe.Length), length => Assert.Equal(0, Match(Probe[..length])));

    [Theory]
    [InlineData("GET /report HTTP/1.0\r\nHost: plugin\r\n\r\n")]
    [InlineData("HEAD /report HTTP/1.1\r\nHost: plugin\r\n\r\n")]
    [InlineData("GET /report/ HTTP/1.1\r\nHost: plugin\r\n\r\n")]
    [InlineData("GET /reports HTTP/1.1\r\nHost: plugin\r\n\r\n")]
    [InlineData("GET /reportHTTP/1.1\r\nHost: plugin\r\n\r\n")]
    [InlineData("GET  /report HTTP/1.1\r\nHost: plugin\r\n\r\n")]
    [InlineData("GET /report?a b HTTP/1.1\r\nHost: plugin\r\n\r\n")]
    [InlineData("GET /report?\u00E9 HTTP/1.1\r\nHost: plugin\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: \r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: a/b\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\nExpect: 100-continue\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\nX-Other: 1\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\nAccept : gzip\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\n Accept: gzip\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\nAccept\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\r\nHost: plugin\r\nAccept: a\nb\r\n\r\n")]
    [InlineData("GET /report HTTP/1.1\nHost: plugin\n\n")]
    [InlineData("\r\n\r\n")]
    public void AnyOtherRequest_IsLeftToKestrel(string request) => Assert.Equal(0, Match(request));

    [Fact]
    public void LongRequest_IsLeftToKestrel() => Assert.Equal(
        0, Match($"GET /report?{new string('a', ProbeRequest.MaxLength)} HTTP/1.1\r\nHost: plugin\r\n\r\n"));

    private static int Match(string request) => ProbeRequest.Match(Encoding.Latin1.GetBytes(request));
}
