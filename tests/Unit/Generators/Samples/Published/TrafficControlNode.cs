using System.Collections.Immutable;
using VolumeCount.Scope;
using VolumeCount.Scope.Controls;

namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>A container whose network can be made worse.</summary>
internal sealed class TrafficControlNode
{
    private const string Prefix = "traffic-control-table-";

    [NodeId]
    public required string Id { get; init; }

    [Metadata(Id = "traffic-control-latency", Priority = 13.5)]
    public string? Latency { get; init; }

    [Metadata(Id = "traffic-control-pktloss", Priority = 13.6)]
    public string? PacketLoss { get; init; }

    [Table(Id = "traffic-control-table", Label = "Traffic Control", Prefix = Prefix)]
    public ImmutableSortedDictionary<string, string> Status => ImmutableSortedDictionary<string, string>.Empty
        .Add("latency", Latency ?? "-")
        .Add("pktloss", PacketLoss ?? "-");

    public required bool IsRunning { get; init; }

    [Control(
        Id = Prefix + "slow", Human = "Traffic speed: slow", Icon = "fa-hourglass-1", Rank = 20, Handler = nameof(Slow))]
    public bool CanBeSlow => IsRunning;

    [Control(
        Id = Prefix + "medium",
        Human = "Traffic speed: medium",
        Icon = "fa-hourglass-2",
        Rank = 21,
        Handler = nameof(Medium))]
    public bool CanBeMedium => IsRunning;

    [Control(
        Id = Prefix + "fast", Human = "Traffic speed: fast", Icon = "fa-hourglass-3", Rank = 22, Handler = nameof(Fast))]
    public bool CanBeFast => IsRunning;

    [Control(Id = Prefix + "pkt-drop-low", Human = "Packet drop: low", Icon = "fa-cut", Rank = 23, Handler = nameof(Drop))]
    public bool CanDrop => IsRunning;

    [Control(
        Id = Prefix + "clear",
        Human = "Clear traffic control settings",
        Icon = "fa-times-circle",
        Rank = 24,
        Handler = nameof(Clear))]
    public bool CanBeCleared => IsRunning;

    internal static ControlResponse Slow(ControlRequest request, TrafficShaper shaper) =>
        Shape(request, shaper, static shape => shape with { Latency = "2000ms" });

    internal static ControlResponse Medium(ControlRequest request, TrafficShaper shaper) =>
        Shape(request, shaper, static shape => shape with { Latency = "1000ms" });

    internal static ControlResponse Fast(ControlRequest request, TrafficShaper shaper) =>
        Shape(request, shaper, static shape => shape with { Latency = "500ms" });

    internal static ControlResponse Drop(ControlRequest request, TrafficShaper shaper) =>
        Shape(request, shaper, static shape => shape with { PacketLoss = "10%" });

    internal static ControlResponse Clear(ControlRequest request, TrafficShaper shaper) =>
        Shape(request, shaper, static _ => new TrafficShape());

    private static ControlResponse Shape(
        ControlRequest request, TrafficShaper shaper, Func<TrafficShape, TrafficShape> change) =>
        shaper.TryChange(request.NodeName, change)
            ? ControlResponse.Empty
            : ControlResponse.Error($"failed to get handler: container {request.NodeName} not found");
}
