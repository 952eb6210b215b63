using System.Buffers;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VolumeCount.Scope.Writing;

/// <summary>Passes the output of a <see cref="ReportWriter"/> to <see cref="JsonSerializer"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReportSerializer
{
    /// <summary>Writes a report to a JSON writer: byte for byte, unless its options require another form.</summary>
    /// <param name="writer">The writer for the report.</param>
    /// <param name="report">The report.</param>
    /// <param name="write">Writes the report: <c>Write</c> of its generated context.</param>
    public static void Write<TReport>(
        Utf8JsonWriter writer, TReport report, Action<IBufferWriter<byte>, TReport> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);

        var buffer = new ArrayBufferWriter<byte>();
        write(buffer, report);

        // A writer that the caller made has its own options, whatever the serializer's are.
        if (!writer.Options.Indented && ReferenceEquals(writer.Options.Encoder, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))
        {
            writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
            return;
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        document.WriteTo(writer);
    }
}
