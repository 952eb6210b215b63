using System.Collections.Immutable;
using VolumeCount.Generators.Collections;
using VolumeCount.Generators.Diagnostics;

namespace VolumeCount.Generators.Plugin;

/// <summary>A report whose context would have the name of another report's context.</summary>
internal sealed record ContextClash(string TypeName, DiagnosticInfo Diagnostic)
{
    /// <summary>
    /// Finds the clashes: <c>A.B</c> and <c>A_B</c> have contexts with the same name, and the compiler treats file names
    /// that differ only in case as equal.
    /// </summary>
    public static EquatableArray<ContextClash> Find(
        ImmutableArray<(ReportModel Report, LocationInfo? Location)> reports) => reports
        .OrderBy(static report => report.Report.TypeName, StringComparer.Ordinal)
        .GroupBy(static report => report.Report.HintName, StringComparer.OrdinalIgnoreCase)
        .SelectMany(static reports => reports.Skip(1).Select(report => new ContextClash(
            report.Report.TypeName,
            new(
                DiagnosticDescriptors.ContextNameTaken,
                report.Location,
                report.Report.ContextName,
                report.Report.Name,
                $"the context of '{reports.First().Report.DisplayName}'"))))
        .ToEquatableArray();
}
