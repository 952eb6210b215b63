namespace VolumeCount.Scope.Contract;

/// <summary>The results of checking a plugin.</summary>
/// <param name="Results">One result for each rule, in the order of the checks.</param>
/// <param name="Status">The plugin's status, as Scope would show it: <c>ok</c>, or <c>error: …</c>.</param>
public sealed record PluginCheckReport(IReadOnlyList<CheckResult> Results, string Status)
{
    /// <summary>Whether no rule failed. There may be warnings.</summary>
    public bool HasPassed => !Has(CheckOutcome.Failed);

    /// <summary>Whether there are warnings.</summary>
    public bool HasWarnings => Has(CheckOutcome.Warning);

    /// <summary>The results as a table, for the message of a failed test.</summary>
    public override string ToString()
    {
        using var output = new StringWriter { NewLine = "\n" };
        CheckTable.Write(this, output);
        return output.ToString();
    }

    private bool Has(CheckOutcome outcome) => Results.Any(result => result.Outcome == outcome);
}
