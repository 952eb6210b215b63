using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VolumeCount.Scope.Contract.Findings;

namespace VolumeCount.Scope.Contract;

/// <summary>Writes the check of a plugin as JSON, for programs.</summary>
internal static class CheckJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(PluginCheckReport report, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("passed"u8, report.HasPassed);
            writer.WriteBoolean("warnings"u8, report.HasWarnings);
            writer.WriteString("status"u8, report.Status);
            writer.WriteStartArray("results"u8);
            foreach (var result in report.Results)
                Write(result, writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    private static void Write(CheckResult result, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("rule"u8, result.Name);
        writer.WriteString("outcome"u8, result.Outcome switch
        {
            CheckOutcome.Passed => "passed",
            CheckOutcome.Warning => "warning",
            CheckOutcome.Failed => "failed",
            CheckOutcome.NotReached => "not-reached",
            _ => "not-checked",
        });
        writer.WriteStartArray("details"u8);
        foreach (var finding in result.Findings)
            Write(finding, writer);
        writer.WriteEndArray();
        if (result.Note is not null)
            writer.WriteString("note"u8, result.Note);
        if (result.Fix is not null)
            writer.WriteString("fix"u8, result.Fix);
        writer.WriteEndObject();
    }

    private static void Write(Finding finding, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("severity"u8, finding.IsWarning ? "warning" : "failure");
        if (finding.Path is not null)
            writer.WriteString("path"u8, finding.Path);
        writer.WriteString("message"u8, finding.Message);
        writer.WriteEndObject();
    }
}
