using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Vocabulary;
using VolumeCount.Tests.Emulation;

namespace VolumeCount.Tests.Unit.Contract;

public sealed class PluginExchangeTests : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();

    private string SocketPath => _folder.Combine("test.sock");

    [Fact]
    public async Task Request_IsTheOneThatScopesProbeSends()
    {
        await using var plugin = RawPlugin.Start(SocketPath, Reports.With());

        await AskAsync();

        var request = Assert.Single(plugin.Requests).Split('\n');
        Assert.Matches("^GET /report\\?api_version=1&probe_id=[0-9a-f]+ HTTP/1\\.1$", request[0]);
        Assert.Equal(
            ["Accept-Encoding: gzip", "Host: plugin", "User-Agent: Go-http-client/1.1"],
            request[1..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answer_OfAGoodPlugin_IsOk()
    {
        var report = Reports.WithNode("");
        await using var plugin = RawPlugin.Start(SocketPath, report);

        var answer = await AskAsync();

        Assert.Equal(PluginAnswer.Ok, answer.Status);
        Assert.True(answer.IsOk);
        Assert.Equal("test", answer.PluginId);
        Assert.Equal(["a;<container>"], answer.Report!.Topology("Container").Nodes.Keys);
        Assert.Empty(answer.Findings);
        Assert.Null(answer.EndedAt);
        Assert.Equal(report.Length, answer.BodyBytes);
        Assert.NotEqual(TimeSpan.Zero, answer.Elapsed);
    }

    [Fact]
    public async Task Answer_ThatScopeTakesWithADefect_IsOkAndHasTheFinding()
    {
        await using var plugin = RawPlugin.Start(SocketPath, Reports.WithNode("\"sets\":{\"s\":[\"b\",\"a\"]}"));

        var answer = await AskAsync();

        Assert.True(answer.IsOk);
        Assert.Equal(ContractRule.Sets, Assert.Single(answer.Findings).Rule);
    }

    [Fact]
    public async Task Answer_AskedForAgain_ComesOverTheSameConnection()
    {
        await using var plugin = RawPlugin.Start(SocketPath, Reports.With());
        using var exchange = new PluginExchange(SocketPath, Generous, TimeProvider.System);

        var first = await exchange.AskAsync(TestContext.Current.CancellationToken);
        var second = await exchange.AskAsync(TestContext.Current.CancellationToken);

        Assert.Equal((true, false), (first.Connected, second.Connected));
        Assert.True(second.IsOk);
        Assert.Equal(1, plugin.Connections);
    }

    [Fact]
    public async Task Answer_OfAPluginThatClosesTheConnectionEachTime_IsOkEachTime()
    {
        await using var plugin = RawPlugin.Start(SocketPath, async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.With())), cancellationToken);
            return false;
        });
        using var exchange = new PluginExchange(SocketPath, Generous, TimeProvider.System);

        for (var i = 0; i < 20; i++)
            Assert.Equal(PluginAnswer.Ok, (await exchange.AskAsync(TestContext.Current.CancellationToken)).Status);

        Assert.Equal(20, plugin.Connections);
    }

    [Fact]
    public async Task Answer_OfHttp10_IsTaken()
    {
        await using var plugin = RawPlugin.Start(SocketPath, async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.0 200 OK\r\n\r\n{Reports.With()}"), cancellationToken);
            return false;
        });

        Assert.Equal(PluginAnswer.Ok, (await AskAsync()).Status);
    }

    // Seen on Scope 1.13.2, whose HTTP client reads 10 MiB.
    [Theory]
    [InlineData(70_000)]
    [InlineData(9_000_000)]
    public async Task Answer_WithALongHeader_IsTaken(int length)
    {
        await using var plugin = RawPlugin.Start(
            SocketPath,
            RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.With()), headers: $"Long: {new string('a', length)}\r\n"));

        Assert.Equal(PluginAnswer.Ok, (await AskAsync()).Status);
    }

    [Fact]
    public async Task Answer_WithAHeaderOfMoreThanTenMebibytes_IsRefused()
    {
        await using var plugin = RawPlugin.Start(
            SocketPath,
            RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.With()), headers: $"Long: {new string('a', 11_000_000)}\r\n"));

        var answer = await AskAsync();

        Assert.EndsWith("server response headers exceeded 10485760 bytes; aborted", answer.Status, StringComparison.Ordinal);
        Assert.Equal("the head of the response has more than 10 MiB", Assert.Single(answer.Findings).Message);
    }

    [Fact]
    public async Task Answer_CompressedWithGzip_IsDecompressed()
    {
        await using var plugin = RawPlugin.Start(
            SocketPath, RawPlugin.Http(Gzip(Encoding.UTF8.GetBytes(Reports.With())), headers: "Content-Encoding: gzip\r\n"));

        var answer = await AskAsync();

        Assert.Equal(PluginAnswer.Ok, answer.Status);
        Assert.Equal(Reports.With().Length, answer.BodyBytes);
    }

    [Fact]
    public async Task Answer_ThatIsNotTheGzipThatItSays_IsRefused()
    {
        await using var plugin = RawPlugin.Start(
            SocketPath, RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.With()), headers: "Content-Encoding: gzip\r\n"));

        AssertEnds(
            await AskAsync(), ContractRule.Answer, "error: decoding error: gzip: invalid header", "the body breaks off: ");
    }

    [Fact]
    public async Task Answer_InChunks_IsPutTogether()
    {
        var chunks = string.Concat(Reports.With().Chunk(7).Select(chunk => $"{chunk.Length:x}\r\n{new string(chunk)}\r\n"));
        await using var plugin = RawPlugin.Start(
            SocketPath, Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n"));

        Assert.Equal(PluginAnswer.Ok, (await AskAsync()).Status);
    }

    [Theory]
    [InlineData("503 Service Unavailable", 503)]
    [InlineData("404 Not Found", 404)]
    [InlineData("418 I am odd", 418)]
    [InlineData("204 No Content", 204)]
    [InlineData("503", 503)]
    public async Task Answer_WithAnotherStatus_IsRefused(string status, int code)
    {
        await using var plugin = RawPlugin.Start(SocketPath, RawPlugin.Http(code == 204 ? [] : "x"u8.ToArray(), status));

        AssertEnds(
            await AskAsync(),
            ContractRule.Status,
            $"error: plugin returned non-200 status code: {status}",
            $"the plugin answered with status {code}");
    }

    [Fact]
    public async Task Answer_ThatPointsElsewhere_IsFollowed()
    {
        var good = RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.With()));
        var answers = new Queue<byte[]>([RawPlugin.Http([], "302 Found", "Location: /there\r\n"), good]);
        await using var plugin = RawPlugin.Start(SocketPath, async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(answers.Dequeue(), cancellationToken);
            return true;
        });

        Assert.Equal(PluginAnswer.Ok, (await AskAsync()).Status);
        Assert.StartsWith("GET /there ", plugin.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_OfFiftyMebibytes_IsTaken_AndOfOneByteMoreIsNot()
    {
        var report = Encoding.UTF8.GetBytes(Reports.With());
        byte[] largest = [.. Enumerable.Repeat((byte)' ', Limits.MaxBodyBytes - report.Length), .. report];
        await using (RawPlugin.Start(SocketPath, RawPlugin.Http(largest)))
        {
            var answer = await AskAsync();
            Assert.Equal(PluginAnswer.Ok, answer.Status);
            Assert.Equal(50 * 1024 * 1024, answer.BodyBytes);
        }

        await using (RawPlugin.Start(_folder.Combine("larger.sock"), RawPlugin.Http([(byte)' ', .. largest])))
        {
            AssertEnds(
                await AskAsync(_folder.Combine("larger.sock")),
                ContractRule.Size,
                "error: response must be shorter than 50MB",
                "the body has more than 52428800 bytes");
        }
    }

    [Fact]
    public async Task Body_ThatIsSmallOnlyWhileCompressed_IsRefused()
    {
        var bomb = Gzip(new byte[Limits.MaxBodyBytes + 1]);
        await using var plugin = RawPlugin.Start(SocketPath, RawPlugin.Http(bomb, headers: "Content-Encoding: gzip\r\n"));

        Assert.Equal("error: response must be shorter than 50MB", (await AskAsync()).Status);
    }

    [Fact]
    public async Task Plugin_ThatDoesNotAnswer_IsGivenUpAfterTheTimeout()
    {
        var clock = new FakeTimeProvider();
        await using var plugin = RawPlugin.Start(SocketPath, HangAsync);
        using var exchange = new PluginExchange(SocketPath, PluginCheck.Timeout, clock);
        var asking = exchange.AskAsync(TestContext.Current.CancellationToken);
        await Wait.UntilAsync(
            () => plugin.Requests.Count > 0, "the request comes in", TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromMilliseconds(499));
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        AssertEnds(
            await asking, ContractRule.Time, "error: context deadline exceeded", "the plugin did not answer within 500 ms");
    }

    [Fact]
    public async Task Plugin_ThatSendsTheBodyBitByBit_IsGivenUpAfterTheTimeout()
    {
        await using var plugin = RawPlugin.Start(SocketPath, async (stream, cancellationToken) =>
        {
            var answer = RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.WithNode("")));
            for (var i = 0; ; i = Math.Min(i + 1, answer.Length - 2))
            {
                await stream.WriteAsync(answer.AsMemory(i, 1), cancellationToken);
                await Task.Delay(i < 60 ? 0 : 10, cancellationToken);
            }
        });

        var answer = await AskAsync(timeout: PluginCheck.Timeout);

        AssertEnds(
            answer,
            ContractRule.Time,
            "error: decoding error: context deadline exceeded",
            "the plugin did not answer within 500 ms");
        Assert.InRange(answer.Elapsed, TimeSpan.FromMilliseconds(490), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Plugin_InWhoseTimeDecodingDoesNotFit_IsGivenUpToo()
    {
        // Each look at the clock costs a second, so that what is decoded by then is too late.
        var clock = new FakeTimeProvider();
        await using var plugin = RawPlugin.Start(SocketPath, async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(RawPlugin.Http(Encoding.UTF8.GetBytes(Reports.With())), cancellationToken);
            return true;
        });
        clock.AutoAdvanceAmount = TimeSpan.FromSeconds(1);
        using var exchange = new PluginExchange(SocketPath, PluginCheck.Timeout, clock);

        var answer = await exchange.AskAsync(TestContext.Current.CancellationToken);

        Assert.Equal("error: decoding error: context deadline exceeded", answer.Status);
        Assert.Null(answer.Report);
    }

    [Fact]
    public async Task Caller_WhoGivesUp_IsHeard()
    {
        await using var plugin = RawPlugin.Start(SocketPath, HangAsync);
        using var exchange = new PluginExchange(SocketPath, Generous, TimeProvider.System);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var asking = exchange.AskAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Socket_ThatNobodyListensOn_IsAnError()
    {
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(SocketPath + "x"));
            File.Move(SocketPath + "x", SocketPath);
        }

        AssertDials(await AskAsync(), "connection refused");
    }

    [Fact]
    public async Task Socket_ThatIsNotThere_IsAnError() => AssertDials(await AskAsync(), "no such file or directory");

    [Fact]
    public async Task Socket_WithAPathThatIsTooLong_IsAnError()
    {
        var path = _folder.Combine(new string('x', 120));

        AssertDials(await AskAsync(path), "invalid argument", path);
    }

    [Fact]
    public async Task Plugin_ThatClosesTheConnectionWithoutAnAnswer_IsAnError()
    {
        await using var plugin = RawPlugin.Start(SocketPath, (_, _) => Task.FromResult(false));

        var answer = await AskAsync();

        Assert.EndsWith("\": EOF", answer.Status, StringComparison.Ordinal);
        Assert.Equal("the plugin closed the connection without an answer", Assert.Single(answer.Findings).Message);
    }

    [Fact]
    public async Task Plugin_ThatDoesNotSpeakHttp_IsAnError()
    {
        await using var plugin = RawPlugin.Start(SocketPath, "hello, world\r\n\r\n"u8.ToArray());

        var answer = await AskAsync();

        Assert.StartsWith(
            "error: Get \"http://plugin/report?api_version=1&probe_id=", answer.Status, StringComparison.Ordinal);
        Assert.EndsWith(
            "\": net/http: HTTP/1.x transport connection broken: malformed HTTP response",
            answer.Status,
            StringComparison.Ordinal);
        Assert.Equal("the plugin does not answer with HTTP", Assert.Single(answer.Findings).Message);
    }

    [Fact]
    public async Task Plugin_ThatStopsInTheMiddleOfTheBody_IsAnError()
    {
        await using var plugin = RawPlugin.Start(SocketPath, async (stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"Plug"u8.ToArray(), cancellationToken);
            return false;
        });

        AssertEnds(await AskAsync(), ContractRule.Answer, "error: decoding error: unexpected EOF", "the body breaks off: ");
    }

    [Fact]
    public async Task Plugin_WithAnotherIdThanItsSocket_IsAnError()
    {
        await using var plugin = RawPlugin.Start(SocketPath, Reports.With(id: "other"));

        AssertEnds(
            await AskAsync(),
            ContractRule.Plugin,
            "error: plugin must not change its id (is \"other\", should be \"test\")",
            "the plugin's id must be 'test', as the socket is named, and not 'other'");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<bool> HangAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return false;
    }

    private static byte[] Gzip(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(body);
        return compressed.ToArray();
    }

    private static void AssertEnds(PluginAnswer answer, ContractRule rule, string status, string message)
    {
        Assert.Equal(status, answer.Status);
        Assert.False(answer.IsOk);
        Assert.Null(answer.Report);
        Assert.Equal(rule, answer.EndedAt);
        var finding = answer.Findings[^1];
        Assert.Equal(rule, finding.Rule);
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    private void AssertDials(PluginAnswer answer, string reason, string? path = null)
    {
        Assert.StartsWith(
            "error: Get \"http://plugin/report?api_version=1&probe_id=", answer.Status, StringComparison.Ordinal);
        Assert.EndsWith($"\": dial unix {path ?? SocketPath}: connect: {reason}", answer.Status, StringComparison.Ordinal);
        Assert.Equal(ContractRule.Answer, answer.EndedAt);
        Assert.Equal($"no plugin answers: {reason}", Assert.Single(answer.Findings).Message);
    }

    private async Task<PluginAnswer> AskAsync(string? socketPath = null, TimeSpan? timeout = null)
    {
        using var exchange = new PluginExchange(socketPath ?? SocketPath, timeout ?? Generous, TimeProvider.System);
        return await exchange.AskAsync(TestContext.Current.CancellationToken);
    }
}
