namespace VolumeCount.Scope.Contract.Findings;

/// <summary>
/// Collects findings. Only the first few of each rule are kept, so that those of a large report stay readable.
/// </summary>
internal sealed class FindingList
{
    private const int KeptOfEach = 5;

    // The failures of a rule come before its warnings.
    private readonly SortedDictionary<(ContractRule Rule, bool IsWarning), (List<Finding> Kept, int Count)> _found = [];

    /// <summary>Adds a failure: something that Scope refuses, hides or confuses, or that makes it crash.</summary>
    public void Add(ContractRule rule, string? path, string message) => Add(new Finding(rule, path, message));

    /// <summary>Adds a warning: something that Scope ignores or tolerates.</summary>
    public void Warn(ContractRule rule, string? path, string message) =>
        Add(new Finding(rule, path, message, IsWarning: true));

    /// <summary>The findings, sorted by rule, with the number of those of a rule that were not kept.</summary>
    public IReadOnlyList<Finding> ToFindings() =>
    [
        .. _found.SelectMany(found => found.Value.Count > KeptOfEach
            ? found.Value.Kept.Append(new Finding(
                found.Key.Rule, null, $"and {found.Value.Count - KeptOfEach} more like these", found.Key.IsWarning))
            : found.Value.Kept),
    ];

    private void Add(Finding finding)
    {
        var key = (finding.Rule, finding.IsWarning);
        if (!_found.TryGetValue(key, out var found))
            found = ([], 0);
        if (found.Count < KeptOfEach)
            found.Kept.Add(finding);
        _found[key] = (found.Kept, found.Count + 1);
    }
}
