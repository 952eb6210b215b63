using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using VolumeCount.Inventory;
using VolumeCount.Report;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Tests.Unit.Writing;

/// <summary>A report is the same bytes in every kind of buffer.</summary>
public sealed class BufferWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly VolumeCountReport _report = VolumeCountReport.From(new InventorySnapshot(
        new DateTimeOffset(2026, 11, 22, 21, 16, 30, TimeSpan.Zero),
        [.. Enumerable.Range(0, 200).Select(static _ => Containers.Random())]));

    private byte[] Expected
    {
        get
        {
            var output = new ArrayBufferWriter<byte>();
            VolumeCountReportContext.Write(output, _report);
            return output.WrittenSpan.ToArray();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(65536)]
    public async Task Report_InAPipe_IsTheSameBytes(int minimumSegmentSize)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: minimumSegmentSize));

        VolumeCountReportContext.Write(pipe.Writer, _report);
        await pipe.Writer.CompleteAsync();
        var read = await pipe.Reader.ReadAtLeastAsync(int.MaxValue, TestContext.Current.CancellationToken);

        Assert.Equal(Expected, read.Buffer.ToArray());
    }

    [Fact]
    public async Task Report_InAPipeOverAStream_IsTheSameBytes()
    {
        var stream = new MemoryStream();
        var writer = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));

        VolumeCountReportContext.Write(writer, _report);
        await writer.CompleteAsync();

        Assert.Equal(Expected, stream.ToArray());
    }

    [Fact]
    public async Task Report_InTheBodyOfAResponse_IsTheSameBytes()
    {
        var path = _folder.Combine("test.sock");
        await using var server = await UnixSocketServer.StartAsync(path, async context =>
        {
            VolumeCountReportContext.Write(context.Response.BodyWriter, _report);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });

        Assert.Equal(Expected, await GetAsync(path));
    }

    [Fact]
    public async Task Response_OfAControl_IsWrittenToTheBodyOfAResponse()
    {
        var path = _folder.Combine("test.sock");
        await using var server = await UnixSocketServer.StartAsync(path, async context =>
        {
            ControlResponse.Shortcut(_report, VolumeCountReportContext.Write).WriteTo(context.Response.BodyWriter);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });

        var response = JsonNode.Parse(await GetAsync(path))!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), response["shortcutReport"]));
    }

    [Fact]
    public void Report_WithoutATime_HasTheTimeOfWriting()
    {
        var output = new ArrayBufferWriter<byte>();

        VolumeCountReportContext.Write(
            output, VolumeCountReport.From(new InventorySnapshot(default, [Containers.Random()])));

        var text = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.DoesNotContain("0001-01-01", text, StringComparison.Ordinal);
        Assert.Contains("volume_count\":{\"timestamp\":\"2", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<byte[]> GetAsync(string path)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler);
        return await client.GetByteArrayAsync(new Uri("http://plugin/report"), TestContext.Current.CancellationToken);
    }
}
