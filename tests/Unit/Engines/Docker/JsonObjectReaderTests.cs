using System.Text;
using System.Text.Json;
using VolumeCount.Engines.Docker;

namespace VolumeCount.Tests.Unit.Engines.Docker;

public sealed class JsonObjectReaderTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""[{"Id":"a"},{"Id":"b"},{"Id":"c"}]""")]
    [InlineData("\uFEFF [ {\"Id\":\"a\"} ,\n{\"Id\":\"b\"},\n{\"More\":{\"Id\":[]},\"Id\":\"c\"}\n] ")]
    public async Task Read_InPiecesOfEverySize_HasEachObject(string text)
    {
        for (var size = 1; size <= text.Length; size++)
            Assert.Equal(["a", "b", "c"], await ReadAllAsync(text, pieceBytes: size));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[ ] and more")]
    public async Task Read_OfNothing_HasNothing(string text) => Assert.Empty(await ReadAllAsync(text));

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("""[{"Id":"a"}""")]
    [InlineData("""{"Id":"a"}""")]
    [InlineData("7 ")]
    [InlineData("""[{"Id":"a"}{"Id":"b"}]""")]
    [InlineData("[[]]")]
    [InlineData("[null]")]
    public async Task Read_OfAnythingElse_Fails(string text) =>
        await Assert.ThrowsAnyAsync<JsonException>(() => ReadAllAsync(text));

    [Fact]
    public async Task Read_OfALongObject_Fails()
    {
        var text = $$"""[{"Id":"{{new string('x', 200)}}"}]""";

        Assert.Single(await ReadAllAsync(text, maxObjectBytes: text.Length));
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAllAsync(text, pieceBytes: 16, maxObjectBytes: 100));
    }

    [Fact]
    public async Task Read_OfALongStream_Fails()
    {
        var text = $"[{string.Join(',', Enumerable.Repeat("""{"Id":"a"}""", 100))}]";

        Assert.Equal(100, (await ReadAllAsync(text, maxBytes: text.Length)).Count);
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAllAsync(text, maxBytes: text.Length - 1));
    }

    private static async Task<List<string>> ReadAllAsync(
        string text, int pieceBytes = 1000, int maxObjectBytes = 1000, long maxBytes = 10000)
    {
        using var stream = new PiecewiseStream(Encoding.UTF8.GetBytes(text), pieceBytes);
        using var reader = new JsonObjectReader<EngineContainer>(stream, EngineJson.Default.EngineContainer, maxObjectBytes, maxBytes);
        var all = new List<string>();
        while (await reader.ReadAsync(CancellationToken) is { Count: > 0 } some)
            all.AddRange(some.Select(container => container.Id));
        return all;
    }

    private sealed class PiecewiseStream(byte[] content, int pieceBytes) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(pieceBytes, buffer.Length)], cancellationToken);
    }
}
