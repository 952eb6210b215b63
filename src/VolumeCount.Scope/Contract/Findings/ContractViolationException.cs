namespace VolumeCount.Scope.Contract.Findings;

/// <summary>Thrown when the exchange ends in an error. The message is Scope's own where Scope has one.</summary>
/// <param name="rule">The rule at which it ended, for which there is a finding.</param>
/// <param name="message">What Scope would show after <c>error: </c>.</param>
internal sealed class ContractViolationException(ContractRule rule, string message) : Exception(message)
{
    public ContractRule Rule { get; } = rule;
}
