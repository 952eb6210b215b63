using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;

namespace VolumeCount.Generators.Plugin;

/// <summary>The result of parsing one class marked <c>[Plugin]</c>.</summary>
/// <param name="Reports">The report's model; empty where no context can be emitted.</param>
/// <param name="Diagnostics">The diagnostics of the class.</param>
/// <param name="Location">Where the class is declared.</param>
/// <param name="Read">
/// The attributes that the report reads, and of which classes, as <see cref="Symbols.SymbolReader.ReadKey"/> writes them.
/// </param>
internal sealed record ParseResult(
    EquatableArray<ReportModel> Reports,
    EquatableArray<DiagnosticInfo> Diagnostics,
    LocationInfo? Location,
    EquatableArray<string> Read);
