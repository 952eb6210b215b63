namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>A diagnostic, and the source text that it covers.</summary>
internal sealed record ReportedDiagnostic(string Id, int Position, string CoveredText);
