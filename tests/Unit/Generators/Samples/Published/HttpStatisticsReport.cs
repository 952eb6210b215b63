using VolumeCount.Scope;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>What the published plugin for HTTP statistics reports of processes.</summary>
[Plugin("http-statistics", Label = "HTTP Statistics", Description = "Adds http request metrics to processes")]
internal sealed class HttpStatisticsReport
{
    [ReportTime]
    public required DateTimeOffset Time { get; init; }

    [Topology(ScopeTopology.Process)]
    public required IReadOnlyList<HttpStatisticsNode> Processes { get; init; }
}
