namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>A source of reports that calls a delegate.</summary>
/// <param name="getReport">Returns the report as of now.</param>
internal sealed class DelegateReportSource<TReport>(Func<TReport> getReport) : IReportSource<TReport>
{
    /// <inheritdoc/>
    public TReport GetReport() => getReport();
}
