using System.Collections.Concurrent;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>The golden reports, each compiled once.</summary>
public sealed class GoldenReports : IDisposable
{
    private readonly ConcurrentDictionary<string, CompiledReport> _reports = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var report in _reports.Values)
            report.Dispose();
    }

    /// <summary>The report of the source <c>NAME.cs.txt</c>.</summary>
    internal CompiledReport Get(string name) =>
        _reports.GetOrAdd(name, static name => CompiledReport.Load(Golden.Source(name)));
}
