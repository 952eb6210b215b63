namespace VolumeCount.Scope.Contract.Findings;

/// <summary>A deviation of a plugin from a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The place in the report, as a JSON path; null where the deviation is not at one place.</param>
/// <param name="Message">The fault, as a clause without a full stop.</param>
/// <param name="IsWarning">Whether Scope ignores or tolerates it.</param>
public sealed record Finding(ContractRule Rule, string? Path, string Message, bool IsWarning = false)
{
    /// <summary>Place and message in one line, without control characters.</summary>
    public override string ToString() => Printable.Of(Path is null ? Message : $"{Path}: {Message}");
}
