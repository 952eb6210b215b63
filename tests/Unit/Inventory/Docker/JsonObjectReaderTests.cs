using System.Text;
using System.Text.Json;
using VolumeCount.Inventory.Docker;

namespace VolumeCount.Tests.Unit.Inventory.Docker;

public sealed class JsonObjectReaderTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"ID":"a"}{"ID":"b"} {"ID":"c"}""", false)]
    [InlineData("{\"ID\":\"a\"}\n{\"ID\":\"b\",\"More\":[{\"ID\":\"x\"}]}\r\n\r\n{\"ID\":\"c\"}\n", false)]
    [InlineData("\uFEFF{\"ID\":\"a\"}{\"ID\":\"b\"}{\"ID\":\"c\"}", false)]
    [InlineData("""[{"ID":"a"},{"ID":"b"},{"ID":"c"}]""", true)]
    [InlineData("\uFEFF [ {\"ID\":\"a\"} ,\n{\"ID\":\"b\"},\n{\"More\":{\"ID\":[]},\"ID\":\"c\"}\n] ", true)]
    public async Task Read_InPiecesOfEverySize_HasEachObject(string text, bool inArray)
    {
        for (var size = 1; size <= text.Length; size++)
            Assert.Equal(["a", "b", "c"], await ReadAllAsync(text, inArray, pieceBytes: size));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(" \n", false)]
    [InlineData("[]", true)]
    [InlineData("[ ] and more", true)]
    public async Task Read_OfNothing_HasNothing(string text, bool inArray) => Assert.Empty(await ReadAllAsync(text, inArray));

    [Theory]
    [InlineData("{", false)]
    [InlineData("""{"ID":"a"} {"ID":"b""", false)]
    [InlineData("""{"ID":"a"},{"ID":"b"}""", false)]
    [InlineData("[{\"ID\":\"a\"}]", false)]
    [InlineData("7 ", false)]
    [InlineData("\uFEFF", true)]
    [InlineData("", true)]
    [InlineData("[", true)]
    [InlineData("""[{"ID":"a"}""", true)]
    [InlineData("""{"ID":"a"}""", true)]
    [InlineData("[[]]", true)]
    [InlineData("[null]", true)]
    public async Task Read_OfAnythingElse_Fails(string text, bool inArray) =>
        await Assert.ThrowsAnyAsync<JsonException>(() => ReadAllAsync(text, inArray));

    [Fact]
    public async Task Read_OfALongObject_Fails()
    {
        var text = $$"""{"ID":"{{new string('x', 200)}}"}""";

        Assert.Single(await ReadAllAsync(text, inArray: false, maxObjectBytes: text.Length));
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAllAsync(text, inArray: false, pieceBytes: 16, maxObjectBytes: 100));
    }

    [Fact]
    public async Task Read_OfALongStream_Fails()
    {
        var text = string.Concat(Enumerable.Repeat("""{"ID":"a"}""", 100));

        Assert.Equal(100, (await ReadAllAsync(text, inArray: false, maxBytes: text.Length)).Count);
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAllAsync(text, inArray: false, maxBytes: text.Length - 1));
    }

    private static async Task<List<string?>> ReadAllAsync(
        string text, bool inArray, int pieceBytes = 1000, int maxObjectBytes = 1000, long maxBytes = 10000)
    {
        using var stream = new PiecewiseStream(Encoding.UTF8.GetBytes(text), pieceBytes);
        var reader = new JsonObjectReader<EngineActor>(stream, EngineJson.Default.EngineActor, inArray, maxObjectBytes, maxBytes);
        var all = new List<string?>();
        while (await reader.ReadAsync(CancellationToken) is { Count: > 0 } some)
            all.AddRange(some.Select(actor => actor.ID));
        return all;
    }

    private sealed class PiecewiseStream(byte[] content, int pieceBytes) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(pieceBytes, buffer.Length)], cancellationToken);
    }
}
