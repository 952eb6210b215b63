using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>What one server did in all of its rounds.</summary>
internal sealed record ServerFigures
{
    /// <summary>How long the measured requests took.</summary>
    public required Latencies Latencies { get; init; }

    /// <summary>The bytes of the shortest body.</summary>
    public required int ShortestBody { get; init; }

    /// <summary>The bytes of the longest body.</summary>
    public required int LongestBody { get; init; }

    /// <summary>The processor time that 1,000 requests took.</summary>
    public required TimeSpan ProcessorTimePerThousand { get; init; }

    /// <summary>The bytes of the server that were in memory after the rounds.</summary>
    public required long Resident { get; init; }

    /// <summary>The most bytes of it that have been in memory since its start.</summary>
    public required long PeakResident { get; init; }

    public static ServerFigures From(
        ServerProcess server, IReadOnlyCollection<ProbeRound> rounds, TimeSpan processorTime) => new()
        {
            Latencies = new(rounds.SelectMany(round => round.Nanoseconds)),
            ShortestBody = rounds.Min(round => round.ShortestBody),
            LongestBody = rounds.Max(round => round.LongestBody),
            ProcessorTimePerThousand = processorTime * 1000 / rounds.Sum(round => round.Requests),
            Resident = server.Resident,
            PeakResident = server.PeakResident,
        };
}
