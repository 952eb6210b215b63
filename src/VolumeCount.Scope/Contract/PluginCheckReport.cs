namespace VolumeCount.Scope.Contract;

/// <summary>What the check of a plugin found.</summary>
/// <param name="Results">The checks, in the order in which they are made.</param>
/// <param name="Status">The plugin's status, as Scope would show it.</param>
internal sealed record PluginCheckReport(IReadOnlyList<CheckResult> Results, string Status)
{
    /// <summary>Whether no check failed.</summary>
    public bool HasPassed => Results.All(result => result.Outcome != CheckOutcome.Failed);
}
