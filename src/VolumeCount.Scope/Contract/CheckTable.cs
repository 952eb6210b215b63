using VolumeCount.Scope.Contract.Findings;

namespace VolumeCount.Scope.Contract;

/// <summary>Writes the check of a plugin as a human-readable table.</summary>
internal static class CheckTable
{
    private const int OutcomeWidth = 13;

    public static void Write(PluginCheckReport report, TextWriter output)
    {
        var nameWidth = report.Results.Max(result => result.Name.Length) + 2;
        foreach (var result in report.Results)
        {
            var begin = $"{Word(result.Outcome).PadRight(OutcomeWidth)}{result.Name.PadRight(nameWidth)}";
            output.WriteLine($"{begin}{string.Join($"\n{new string(' ', begin.Length)}", Details(result))}".TrimEnd());
        }

        output.WriteLine();
        output.WriteLine($"Scope would show: {Printable.Of(report.Status)}");
        output.WriteLine(string.Join(", ", Enum.GetValues<CheckOutcome>().Select(outcome =>
            $"{report.Results.Count(result => result.Outcome == outcome)} {Word(outcome)}")));
    }

    private static IEnumerable<string> Details(CheckResult result)
    {
        // A rule with failures may have warnings as well.
        var isMixed = result.Outcome == CheckOutcome.Failed && result.Findings.Any(finding => finding.IsWarning);
        foreach (var finding in result.Findings)
            yield return isMixed && finding.IsWarning ? $"{finding} (warning)" : finding.ToString();
        if (result.Note is not null)
            yield return result.Note;
        if (result.Fix is not null)
            yield return $"→ {result.Fix}.";
    }

    private static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "passed",
        CheckOutcome.Warning => "warning",
        CheckOutcome.Failed => "FAILED",
        CheckOutcome.NotReached => "not reached",
        _ => "not checked",
    };
}
