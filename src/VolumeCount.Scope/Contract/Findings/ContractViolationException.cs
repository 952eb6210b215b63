namespace VolumeCount.Scope.Contract.Findings;

/// <summary>The exchange ends in an error. The message is in Scope's words where they are its own.</summary>
/// <param name="rule">The rule at which it ended, for which there is a finding.</param>
/// <param name="message">What Scope would show after <c>error: </c>.</param>
internal sealed class ContractViolationException(ContractRule rule, string message) : Exception(message)
{
    /// <summary>The rule at which the exchange ended.</summary>
    public ContractRule Rule { get; } = rule;
}
