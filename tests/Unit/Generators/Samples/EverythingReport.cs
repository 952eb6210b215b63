using System.Collections.Immutable;
using System.Net;
using VolumeCount.Scope;
using VolumeCount.Scope.Controls;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Tests.Unit.Generators.Samples;

/// <summary>A report with everything that attributes can say.</summary>
[Plugin("everything", Label = "Everything")]
internal readonly record struct EverythingReport
{
    public EverythingReport()
    {
    }

    [ReportTime]
    public DateTimeOffset Time { get; init; }

    [Topology(ScopeTopology.Host)]
    public IReadOnlyList<EverythingNode>? Hosts { get; init; } = [];

    [Topology(ScopeTopology.Process)]
    public ImmutableArray<ProcessNode> Processes { get; init; } = [];

    [Topology(ScopeTopology.Endpoint)]
    public List<EndpointNode?> Endpoints { get; init; } = [];

    [Topology(ScopeTopology.Overlay)]
    public EverythingNode[] Peers { get; init; } = [];
}

internal enum Mood
{
    Good,
    Fine = Good,
    Bad,
}

internal sealed class EverythingNode
{
    [NodeId]
    public string? Id { get; init; }

    [Metadata]
    public string? Text { get; init; }

    [Metadata]
    public double Real { get; init; }

    [Metadata]
    public float? Single { get; init; }

    [Metadata]
    public decimal Decimal { get; init; }

    [Metadata(Truncate = 3)]
    public bool? Flag { get; init; }

    [Metadata]
    public Mood Mood { get; init; }

    [Metadata]
    public Mood? NoMood { get; init; }

    [Metadata]
    public DateTimeOffset Since { get; init; }

    [Metadata]
    public TimeSpan? Age { get; init; }

    [Metadata]
    public IPAddress? Address { get; init; }

    [Metadata]
    public Uri? Home { get; init; }

    [Metadata(DataType = DataType.Link)]
    public string? Page { get; init; }

    [Metadata]
    public ImmutableArray<string> Tags { get; init; }

    [Metadata]
    public List<string?>? More { get; init; }

    [Metadata(From = ValueSource.Counters)]
    public int? Restarts { get; init; }

    [Metadata(Hidden = true)]
    public string? Secret { get; init; }

    [Metric(Min = 0, Max = 100, Format = MetricFormat.Percent, Group = "cpu")]
    public double? Cpu { get; init; }

    [Metric]
    public decimal Cost { get; init; }

    [Metric(Format = MetricFormat.FileSize)]
    public ulong Memory { get; init; }

    [Metric]
    public MetricSample[] Load { get; init; } = [];

    [Table]
    public IReadOnlyList<EverythingRow>? Rows { get; init; }

    [Table(Prefix = "label-")]
    public IReadOnlyDictionary<string, string?>? Labels { get; init; }

    [Table]
    public EverythingLimits? Limits { get; init; }

    [Parents(ScopeTopology.ContainerImage)]
    public string? Image { get; init; }

    [Parents(ScopeTopology.Process)]
    public IEnumerable<string> Processes { get; init; } = [];

    [Adjacency]
    public string[]? Peers { get; init; }

    [Control(Human = "Do it", Icon = "fa-gears", Rank = 2, Confirmation = "Really?", Handler = nameof(DoItAsync))]
    public bool CanDoIt { get; init; }

    [Control(Handler = nameof(Undo))]
    public bool? CanUndo { get; init; }

    internal static Task<ControlResponse> DoItAsync(
        ControlRequest request, TimeProvider clock, CancellationToken cancellationToken) =>
        Task.FromResult(
            ControlResponse.Error($"{request.NodeName} at {clock.GetUtcNow()} {cancellationToken.IsCancellationRequested}"));

    internal static ControlResponse Undo() => ControlResponse.Empty;
}

internal readonly record struct EverythingRow(
    [property: RowId] string Id,
    [property: Column(Label = "#")] int Count,
    [property: Column(DataType = DataType.Link)] Uri? Link,
    [property: Column] Mood Mood);

internal readonly record struct EverythingLimits(
    [property: FixedRow] int? Cpu, [property: FixedRow(Label = "RAM")] string? Memory);

internal readonly record struct ProcessNode(
    [property: NodeId(NodeIdPart.Pid)] int Pid, [property: NodeId(NodeIdPart.Host)] string Host);

internal readonly record struct EndpointNode(
    [property: NodeId(NodeIdPart.Scope)] string? Scope,
    [property: NodeId(NodeIdPart.Address)] IPAddress? Address,
    [property: NodeId(NodeIdPart.Port)] ushort? Port);
