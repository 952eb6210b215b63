using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>One round of asking a server.</summary>
/// <param name="Requests">How many requests there were, with the warm-up.</param>
/// <param name="ShortestBody">The bytes of the shortest body that was measured.</param>
/// <param name="LongestBody">The bytes of the longest body that was measured.</param>
/// <param name="Nanoseconds">How long each of the measured requests took.</param>
internal sealed record ProbeRound(int Requests, int ShortestBody, int LongestBody, IReadOnlyList<long> Nanoseconds)
{
    private const int HeadLength = 3;

    /// <summary>Drives a server from a process of its own.</summary>
    /// <param name="socketPath">Where the server listens.</param>
    /// <param name="warmUp">How long to ask before it counts.</param>
    /// <param name="time">How long to ask.</param>
    /// <param name="pause">How long to wait before each request.</param>
    /// <param name="placement">The processor of the client.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <exception cref="BenchmarkException">An answer is missing or wrong.</exception>
    public static async Task<ProbeRound> RunAsync(
        string socketPath, TimeSpan warmUp, TimeSpan time, TimeSpan pause, Placement placement,
        CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. Affinity.OfClient(placement), Environment.ProcessPath!, "probe", socketPath, Text(warmUp), Text(time),
            Text(pause),
        ];
        var start = new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true };
        // Optimized from the first request on.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using var process = Process.Start(start)!;

        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new BenchmarkException($"The probe at {socketPath} failed.");

        var numbers = MemoryMarshal.Cast<byte, long>(output.GetBuffer().AsSpan(0, (int)output.Length));
        if (numbers.Length == HeadLength)
            throw new BenchmarkException($"No answer came from {socketPath} within the round.");
        return new((int)numbers[0], (int)numbers[1], (int)numbers[2],
            [.. numbers[HeadLength..].ToArray().Select(ticks => (long)(ticks * (1e9 / Stopwatch.Frequency)))]);
    }

    private static string Text(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
