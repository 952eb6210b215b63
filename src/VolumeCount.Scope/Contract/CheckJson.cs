using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VolumeCount.Scope.Contract.Findings;

namespace VolumeCount.Scope.Contract;

/// <summary>Writes the check of a plugin as JSON, for programs.</summary>
internal static class CheckJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(PluginCheckReport report, TextWriter output)
    {
        var json = new JsonObject
        {
            ["passed"] = report.HasPassed,
            ["warnings"] = report.HasWarnings,
            ["status"] = report.Status,
            ["results"] = new JsonArray([.. report.Results.Select(ToJson)]),
        };
        output.WriteLine(json.ToJsonString(Options));
    }

    private static JsonObject ToJson(CheckResult result)
    {
        var json = new JsonObject
        {
            ["rule"] = result.Name,
            ["outcome"] = JsonNamingPolicy.KebabCaseLower.ConvertName(result.Outcome.ToString()),
            ["details"] = new JsonArray([.. result.Findings.Select(ToJson)]),
        };
        if (result.Note is not null)
            json["note"] = result.Note;
        if (result.Fix is not null)
            json["fix"] = result.Fix;
        return json;
    }

    private static JsonObject ToJson(Finding finding)
    {
        var json = new JsonObject { ["severity"] = finding.IsWarning ? "warning" : "failure" };
        if (finding.Path is not null)
            json["path"] = finding.Path;
        json["message"] = finding.Message;
        return json;
    }
}
