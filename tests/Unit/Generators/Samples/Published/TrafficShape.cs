namespace VolumeCount.Tests.Unit.Generators.Samples.Published;

/// <summary>What is done to a container's network; null for nothing.</summary>
internal readonly record struct TrafficShape(string? Latency, string? PacketLoss);
