using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>The plugin and the floor, each asked once a second, as a probe asks.</summary>
/// <param name="Plugin">How long the plugin's requests took.</param>
/// <param name="Floor">How long the floor's requests took.</param>
/// <param name="ProcessorShare">The share of a processor that the plugin took meanwhile.</param>
internal sealed record PacedComparison(Latencies Plugin, Latencies Floor, double ProcessorShare);
