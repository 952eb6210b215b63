namespace VolumeCount.Scope.Contract;

/// <summary>One line of the check of a plugin.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Details">What was seen: the failures, or what is worth knowing of a success.</param>
/// <param name="Remedy">How to mend a failure, or null where nothing failed.</param>
internal sealed record CheckResult(string Name, CheckOutcome Outcome, IReadOnlyList<string> Details, string? Remedy);
