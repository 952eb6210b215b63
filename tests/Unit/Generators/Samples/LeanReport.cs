using System.Collections.Immutable;
using System.Net;
using VolumeCount.Scope;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Tests.Unit.Generators.Samples;

/// <summary>A report of which no part needs an allocation to be read.</summary>
[Plugin("lean", Label = "Lean")]
internal sealed class LeanReport
{
    [ReportTime]
    public DateTimeOffset Time { get; init; } = new(2026, 11, 22, 21, 16, 30, TimeSpan.Zero);

    [Topology(ScopeTopology.Host)]
    public required IReadOnlyList<LeanNode> Hosts { get; init; }
}

internal sealed class LeanNode
{
    [NodeId]
    public required string Id { get; init; }

    [Metadata]
    public string Text { get; init; } = "\"quoted\" größe \uD83D\uDC33";

    [Metadata]
    public double Real { get; init; } = 0.1;

    [Metadata]
    public decimal? Decimal { get; init; } = 0.1m;

    [Metadata]
    public DayOfWeek Day { get; init; } = DayOfWeek.Friday;

    [Metadata]
    public DateTimeOffset Since { get; init; } = DateTimeOffset.UnixEpoch;

    [Metadata]
    public TimeSpan Age { get; init; } = TimeSpan.FromSeconds(1.5);

    [Metadata]
    public IPAddress Address { get; init; } = IPAddress.IPv6Loopback;

    [Metadata]
    public Uri Home { get; init; } = new("https://example.org/");

    [Metadata(From = ValueSource.Counters)]
    public int Restarts { get; init; } = 3;

    [Metadata]
    public string[] Array { get; init; } = ["c", "b", "a"];

    [Metadata]
    public List<string> List { get; init; } = ["c", "b", "a"];

    [Metadata]
    public ImmutableArray<string> Immutable { get; init; } = ["c", "b", "a"];

    [Metadata]
    public IReadOnlyList<string> ReadOnlyList { get; init; } = new List<string> { "c", "b", "a" };

    [Metric]
    public double Load { get; init; } = 0.5;

    [Metric]
    public MetricSample[] Samples { get; init; } =
        [new(DateTimeOffset.UnixEpoch.AddHours(1), 2), new(DateTimeOffset.UnixEpoch, 1)];

    [Metric]
    public ImmutableArray<MetricSample> MoreSamples { get; init; } = [new(DateTimeOffset.UnixEpoch, 1)];

    [Table]
    public IReadOnlyList<LeanRow> Rows { get; init; } = [new("a_", 1), new("b", null)];

    [Table]
    public ImmutableArray<LeanRow> MoreRows { get; init; } = [new("c%", 2)];

    [Table]
    public List<LeanRow> ListRows { get; init; } = [new("d", 3)];

    [Table]
    public Dictionary<string, string> Labels { get; init; } = new() { ["a"] = "b" };

    [Table]
    public LeanLimits Limits { get; init; } = new(1);

    [Parents(ScopeTopology.Pod)]
    public string[] Pods { get; init; } = ["b", "a"];

    [Parents(ScopeTopology.Service)]
    public string Service { get; init; } = "s";

    [Adjacency]
    public ImmutableArray<string> Peers { get; init; } = ["b", "a"];
}

internal readonly record struct LeanRow([property: RowId, Column] string Id, [property: Column] int? Count);

internal readonly record struct LeanLimits([property: FixedRow] long Bytes);
