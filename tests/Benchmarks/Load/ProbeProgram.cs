using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>
/// The process that asks. It is one of its own, so that nothing else in it takes time: the scripted engine's garbage
/// collections would show in the plugin's figures.
/// </summary>
internal static class ProbeProgram
{
    private const int MostRequests = 2_000_000;

    /// <summary>Drives a server, and prints a <see cref="ProbeRound"/> to stdout.</summary>
    /// <param name="socketPath">Where the server listens.</param>
    /// <param name="warmUp">How long to ask before it counts.</param>
    /// <param name="time">How long to ask.</param>
    /// <param name="pause">How long to wait before each request.</param>
    public static int Run(string socketPath, TimeSpan warmUp, TimeSpan time, TimeSpan pause)
    {
        // Filled, so that the kernel gives the memory now and not during the round.
        var ticks = new long[MostRequests];
        Array.Fill(ticks, -1);

        using var client = new ProbeClient(socketPath);
        var requests = 0;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < warmUp; requests++)
            client.Ask();

        var count = 0;
        var shortest = int.MaxValue;
        var longest = 0;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time && count < MostRequests; count++)
        {
            if (pause > TimeSpan.Zero)
                Thread.Sleep(pause);
            var answer = client.Ask();
            ticks[count] = answer.Time;
            shortest = Math.Min(shortest, answer.Length);
            longest = Math.Max(longest, answer.Length);
        }

        using var output = Console.OpenStandardOutput();
        output.Write(MemoryMarshal.AsBytes<long>([requests + count, shortest, longest]));
        output.Write(MemoryMarshal.AsBytes(ticks.AsSpan(0, count)));
        return 0;
    }
}
