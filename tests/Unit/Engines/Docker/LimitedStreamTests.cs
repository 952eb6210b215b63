using System.Text;
using VolumeCount.Engines.Docker;

namespace VolumeCount.Tests.Unit.Engines.Docker;

public sealed class LimitedStreamTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("{}", "{}")]
    [InlineData("\uFEFE{}", "\uFEFE{}")]
    [InlineData("\uFEFF\uFEFF{}", "\uFEFF{}")]
    public async Task Read_InPiecesOfEverySize_LeavesAByteOrderMarkOut(string text, string expected)
    {
        for (var size = 1; size < 8; size++)
            Assert.Equal(expected, await ReadAsync(Encoding.UTF8.GetBytes(text), size));
    }

    [Fact]
    public async Task Read_OfTheBeginningOfAByteOrderMark_HasIt()
    {
        await using var stream = new LimitedStream(new MemoryStream([0xEF, 0xBB]), new SizeLimit(100, "too much"));
        var read = new MemoryStream();
        await stream.CopyToAsync(read, CancellationToken);

        Assert.Equal([0xEF, 0xBB], read.ToArray());
    }

    private static async Task<string> ReadAsync(byte[] content, int pieceBytes)
    {
        await using var stream = new LimitedStream(new MemoryStream(content), new SizeLimit(100, "too much"));
        var read = new MemoryStream();
        await stream.CopyToAsync(read, pieceBytes, CancellationToken);
        return Encoding.UTF8.GetString(read.ToArray());
    }
}
