namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>What was measured with one number of containers and one kind of report.</summary>
internal sealed record Measurement
{
    /// <summary>How many containers there were at rest.</summary>
    public required int Containers { get; init; }

    /// <summary>What the report had of each.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>The bytes of the report's body.</summary>
    public required int Bytes { get; init; }

    /// <summary>
    /// How long it took from the start of the plugin's process to its first complete report; the median of some starts.
    /// </summary>
    public required TimeSpan Start { get; init; }

    /// <summary>How many calls the plugin had made to Docker until then.</summary>
    public required int StartCalls { get; init; }

    /// <summary>The bytes that the managed plugin allocated for each of many requests.</summary>
    public required long AllocatedPerRequest { get; init; }

    /// <summary>The bytes that the managed plugin allocated in a second with one request, as a probe asks.</summary>
    public required long AllocatedPerSecond { get; init; }

    /// <summary>The comparison with one request a second.</summary>
    public required PacedComparison Paced { get; init; }

    /// <summary>The share of a processor that the plugin takes without a probe.</summary>
    public required double IdleShare { get; init; }

    /// <summary>The comparison while nothing changed, with server and client on two processors.</summary>
    public required Comparison Rest { get; init; }

    /// <summary>The same with server and client on one processor.</summary>
    public required Comparison RestTogether { get; init; }

    /// <summary>The comparison with one request a second while containers came and went, if there was one.</summary>
    public PacedComparison? PacedChurn { get; init; }

    /// <summary>The comparison while containers came and went, if there was one.</summary>
    public Comparison? Churn { get; init; }
}
