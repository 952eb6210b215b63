namespace VolumeCount.Scope.Hosting.Reports;

/// <summary>A source of reports that calls a delegate.</summary>
internal sealed class DelegateReportSource<TReport>(Func<TReport> getReport) : IReportSource<TReport>
{
    public TReport GetReport() => getReport();
}
