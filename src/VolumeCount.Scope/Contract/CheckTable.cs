using VolumeCount.Scope.Contract.Findings;
namespace VolumeCount.Scope.Contract;

/// <summary>The check of a plugin as a table for people.</summary>
internal static class CheckTable
{
    private const int OutcomeWidth = 13;

    public static void Write(PluginCheckReport report, TextWriter output)
    {
        var nameWidth = report.Results.Max(result => result.Name.Length) + 2;
        foreach (var result in report.Results)
        {
            var begin = $"{Word(result.Outcome).PadRight(OutcomeWidth)}{result.Name.PadRight(nameWidth)}";
            string[] details = result.Remedy is null ? [.. result.Details] : [.. result.Details, $"→ {result.Remedy}."];
            output.WriteLine($"{begin}{string.Join($"\n{new string(' ', begin.Length)}", details)}".TrimEnd());
        }

        output.WriteLine();
        output.WriteLine($"Scope would show: {Printable.Of(report.Status)}");
        output.WriteLine(string.Join(", ", Enum.GetValues<CheckOutcome>().Select(outcome =>
            $"{report.Results.Count(result => result.Outcome == outcome)} {Word(outcome)}")));
    }

    private static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "passed",
        CheckOutcome.Failed => "FAILED",
        CheckOutcome.NotReached => "not reached",
        _ => "not checked",
    };
}
