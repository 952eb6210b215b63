using VolumeCount.Scope.Contract.Findings;

namespace VolumeCount.Scope.Contract;

/// <summary>The result of checking a plugin against one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Name">The name of the check, such as <c>kept alive</c>.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Findings">
/// The failures and the warnings, each with its place in the report. Only the first few of each rule are listed.
/// </param>
/// <param name="Note">A detail of a check without findings, such as the number of nodes; or null.</param>
/// <param name="Fix">How to fix what was found; null without findings.</param>
public sealed record CheckResult(
    ContractRule Rule,
    string Name,
    CheckOutcome Outcome,
    IReadOnlyList<Finding> Findings,
    string? Note = null,
    string? Fix = null);
