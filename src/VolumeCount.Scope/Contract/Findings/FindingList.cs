namespace VolumeCount.Scope.Contract.Findings;

/// <summary>Collects what is wrong. Of each rule only a few are kept, lest a large report drown the reader.</summary>
internal sealed class FindingList
{
    private const int KeptOfEach = 5;

    private readonly SortedDictionary<ContractRule, (List<Finding> Kept, int Count)> _rules = [];

    public void Add(ContractRule rule, string? path, string message)
    {
        if (!_rules.TryGetValue(rule, out var found))
            found = ([], 0);
        if (found.Count < KeptOfEach)
            found.Kept.Add(new Finding(rule, path, message));
        _rules[rule] = (found.Kept, found.Count + 1);
    }

    /// <summary>What was found, sorted by rule, and how many more of a rule where there are.</summary>
    public IReadOnlyList<Finding> ToFindings() =>
    [
        .. _rules.SelectMany(rule => rule.Value.Count > KeptOfEach
            ? rule.Value.Kept.Append(new Finding(rule.Key, null, $"and {rule.Value.Count - KeptOfEach} more like these"))
            : rule.Value.Kept),
    ];
}
