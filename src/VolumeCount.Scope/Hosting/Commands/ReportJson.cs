using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>Writes a report as JSON for the command <c>report</c>.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report, as Scope gets it.</param>
    /// <param name="isIndented">Whether it is written human-readable, and not byte for byte in one line.</param>
    /// <param name="output">The writer for the report.</param>
    public static void Write(ReadOnlyMemory<byte> report, bool isIndented, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(isIndented
            ? JsonNode.Parse(report.Span)!.ToJsonString(Indented)
            : Encoding.UTF8.GetString(report.Span));
    }
}
