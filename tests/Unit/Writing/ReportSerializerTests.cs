using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Tests.Unit.Writing;

public sealed class ReportSerializerTests
{
    [Fact]
    public void Writer_WithTheSameEncoder_GetsTheBytesAsTheyAre()
    {
        Assert.Equal(
            """{"a":"<\uD83D\uDC33>","b":1.50}""",
            Write(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Writer_ThatIndents_GetsLines()
    {
        Assert.Equal(
            "{\n  \"a\": \"<\\uD83D\\uDC33>\",\n  \"b\": 1.50\n}",
            Write(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }));
    }

    [Fact]
    public void Writer_WithAnotherEncoder_Escapes()
    {
        Assert.Equal("""{"a":"\u003C\uD83D\uDC33\u003E","b":1.50}""", Write(default));
    }

    private static string Write(JsonWriterOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, options))
        {
            ReportSerializer.Write(
                writer,
                """{"a":"<\uD83D\uDC33>","b":1.50}""",
                static (output, report) => output.Write(Encoding.UTF8.GetBytes(report)));
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
