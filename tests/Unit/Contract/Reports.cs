using System.Text;
using VolumeCount.Scope.Contract;
using VolumeCount.Scope.Contract.Decoding;
using VolumeCount.Scope.Contract.Findings;
using VolumeCount.Scope.Contract.Model;

namespace VolumeCount.Tests.Unit.Contract;

/// <summary>Writes reports, and reads them as the probe does.</summary>
internal static class Reports
{
    public const string Time = "2026-11-22T21:16:30Z";

    public static readonly DateTime Now = new(2026, 11, 22, 21, 17, 0, DateTimeKind.Utc);

    /// <summary>A report of the plugin <c>test</c> with the given further members.</summary>
    public static string With(string members = "", string id = "test", string interfaces = "\"reporter\"") =>
        $$"""{"Plugins":[{"id":"{{id}}","label":"Test","interfaces":[{{interfaces}}],"api_version":"1"}]{{(members.Length > 0 ? "," : "")}}{{members}}}""";

    /// <summary>A report with the container <c>a;&lt;container&gt;</c>, which has the given members.</summary>
    public static string WithNode(string members, string interfaces = "\"reporter\"") =>
        With("\"Container\":{\"nodes\":{\"a;<container>\":{" + members + "}}}", interfaces: interfaces);

    /// <summary>A report with a container topology that has the given members.</summary>
    public static string WithTopology(string members) => With("\"Container\":{" + members + "}");

    /// <summary>What is wrong with a report: <c>rule path: message</c>.</summary>
    public static IReadOnlyList<string> Findings(string report) =>
        [.. Read(report).Findings.Select(finding => $"{finding.Rule} {finding}")];

    /// <summary>The report as Scope understands it, which must take it.</summary>
    public static ScopeReport Decode(string report)
    {
        var (decoded, _, error) = Read(report);
        Assert.Null(error);
        return decoded!;
    }

    /// <summary>What Scope would show after <c>error: </c>, which must refuse the report.</summary>
    public static string Error(string report)
    {
        var (_, _, error) = Read(report);
        Assert.NotNull(error);
        return error;
    }

    /// <summary>The answer of a plugin with a report that Scope takes.</summary>
    public static PluginAnswer Answer(string report, string id = "test") => new()
    {
        PluginId = id,
        Status = PluginAnswer.Ok,
        Report = Decode(report),
    };

    public static (ScopeReport? Report, IReadOnlyList<Finding> Findings, string? Error) Read(string report) =>
        Read(Encoding.UTF8.GetBytes(report));

    public static (ScopeReport? Report, IReadOnlyList<Finding> Findings, string? Error) Read(byte[] body)
    {
        var findings = new FindingList();
        try
        {
            var report = ReportDecoder.Decode(body, Now, findings);
            Registration.Check(report, report.Plugins is [var plugin] ? plugin.Id : "test", findings);
            ReportRules.Check(report, findings);
            return (report, findings.ToFindings(), null);
        }
        catch (ContractViolationException e)
        {
            return (null, findings.ToFindings(), e.Message);
        }
    }
}
