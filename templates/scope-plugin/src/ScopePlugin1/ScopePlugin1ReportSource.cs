using VolumeCount.Scope.Hosting.Reports;

namespace ScopePlugin1;

/// <summary>Provides the report.</summary>
/// <param name="presses">Counts how often the button was pressed.</param>
public sealed class ScopePlugin1ReportSource(PressCount presses) : IReportSource<ScopePlugin1Report>
{
    /// <inheritdoc/>
    public ScopePlugin1Report GetReport() => ScopePlugin1Report.Read(presses.Value);
}
