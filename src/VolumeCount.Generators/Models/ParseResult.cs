namespace VolumeCount.Generators.Models;

/// <summary>What the parser made of one attributed class.</summary>
/// <param name="Reports">The report's model; none where no context can be emitted.</param>
/// <param name="Diagnostics">What is wrong with the class.</param>
internal sealed record ParseResult(EquatableArray<ReportModel> Reports, EquatableArray<DiagnosticInfo> Diagnostics);
