using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VolumeCount.Scope.Controls;
using VolumeCount.Scope.Hosting.Http;

namespace VolumeCount.Tests.Unit.Hosting.Http;

/// <summary>The response to a probe's request after a user pressed a button.</summary>
public sealed class ControlEndpointTests
{
    private const string Body =
        """{"AppID":"a1","NodeID":"8f3a;\u003ccontainer\u003e","Control":"pause","ControlArgs":{"for":"10s"}}""";

    private readonly RecordingLogger<ControlEndpoint> _log = new();
    private ControlRequest? _request;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_ReachesItsHandlerWhole()
    {
        var (status, body) = await PostAsync(Body, ControlResponse.Empty);

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Equal("{}", body);
        Assert.Equal(("8f3a;<container>", "8f3a"), (_request!.NodeId, _request.NodeName));
        Assert.Equal(("pause", "a1"), (_request.Control, _request.AppId));
        Assert.Equal("10s", Assert.Single(_request.Arguments, argument => argument.Key == "for").Value);
    }

    [Theory]
    [InlineData("""{"NodeID":"n","Control":"pause"}""")]
    [InlineData("""{"NodeID":"n","Control":"pause","ControlArgs":null,"Later":[{}]}""")]
    public async Task Request_WithoutArguments_HasNone(string body)
    {
        await PostAsync(body, ControlResponse.Empty);

        Assert.Empty(_request!.Arguments);
        Assert.Empty(_request.AppId);
    }

    [Fact]
    public async Task Error_IsPassedOnAsText()
    {
        var (status, body) = await PostAsync(Body, ControlResponse.Error("no \"such\"\nthing"));

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Equal("no \"such\"\nthing", JsonNode.Parse(body)!["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task Shortcut_IsPassedOnAsReport()
    {
        var response = ControlResponse.Shortcut(42, static (output, report) =>
            System.Buffers.BuffersExtensions.Write(output, Encoding.UTF8.GetBytes($"[{report}]")));

        var (_, body) = await PostAsync(Body, response);

        Assert.Equal("""{"shortcutReport":[42]}""", body);
    }

    [Fact]
    public async Task UnknownControl_IsAnErrorThatNamesIt()
    {
        var (status, body) = await PostAsync("""{"NodeID":"n","Control":"stop"}""", ControlResponse.Empty);

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Contains("'stop'", JsonNode.Parse(body)!["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(_request);
    }

    [Fact]
    public async Task HandlerThatThrows_IsAnErrorAndLogged()
    {
        var (status, body) = await PostAsync(
            Encoding.UTF8.GetBytes(Body), static () => throw new InvalidOperationException("it broke"));

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Equal(
            "the control 'pause' failed: it broke", JsonNode.Parse(body)!["error"]!.GetValue<string>());
        Assert.Equal(LogLevel.Error, Assert.Single(_log.Lines).Level);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"NodeID":"n"}""")]
    [InlineData("""{"NodeID":1,"Control":"pause"}""")]
    [InlineData("""{"NodeID":"n","Control":"pause","ControlArgs":{"a":"1","a":"2"}}""")]
    [InlineData("""{"NodeID":"\uD800","Control":"pause"}""")]
    [InlineData("""{"NodeID":"n","Control":"pause","ControlArgs":{"\uDC00":"1"}}""")]
    [InlineData("""{"NodeID":"n","Control":"pause","ControlArgs":{"a":"\uDC00"}}""")]
    public async Task BodyThatIsNoRequest_IsRefusedAndSaysWhatToSend(string body) =>
        await AssertRefusedAsync(Encoding.UTF8.GetBytes(body));

    [Fact]
    public async Task BodyThatIsNoUtf8_IsRefusedAndSaysWhatToSend() =>
        await AssertRefusedAsync([.. """{"Control":"pause","NodeID":"n"""u8, 0xFF, .. "\"}"u8]);

    [Fact]
    public async Task ShortcutThatCannotBeWritten_IsAnErrorAndLogged()
    {
        var response = ControlResponse.Shortcut(42, static (output, _) =>
        {
            System.Buffers.BuffersExtensions.Write(output, "{"u8);
            throw new InvalidOperationException("it broke");
        });

        var (status, body) = await PostAsync(Body, response);

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Equal("""{"error":"the control 'pause' failed: it broke"}""", body);
        Assert.Equal(LogLevel.Error, Assert.Single(_log.Lines).Level);
    }

    private async Task AssertRefusedAsync(byte[] body)
    {
        var (status, answer) = await PostAsync(body, static () => ControlResponse.Empty);

        Assert.Equal((int)HttpStatusCode.BadRequest, status);
        Assert.Contains(
            "NodeID and Control", JsonNode.Parse(answer)!["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(_request);
    }

    private Task<(int Status, string Body)> PostAsync(string body, ControlResponse response) =>
        PostAsync(Encoding.UTF8.GetBytes(body), () => response);

    private async Task<(int Status, string Body)> PostAsync(byte[] body, Func<ControlResponse> answer)
    {
        var router = new ControlRouter(
        [
            new("pause", (request, _, _) =>
            {
                _request = request;
                return new(answer());
            }),
        ]);
        using var output = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().BuildServiceProvider(),
            Request = { Method = "POST", Body = new MemoryStream(body) },
            Response = { Body = output },
            RequestAborted = CancellationToken,
        };

        await new ControlEndpoint(router, _log).HandleAsync(context);

        Assert.Equal("application/json", context.Response.ContentType);
        Assert.Equal(output.Length, context.Response.ContentLength);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(output.ToArray()));
    }
}
