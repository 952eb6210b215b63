using System.Diagnostics;
using System.Globalization;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>Binds processes to processors, with <c>taskset</c>.</summary>
internal static class Affinity
{
    /// <summary>The arguments of <c>taskset</c> for the client.</summary>
    public static string[] OfClient(Placement placement) => ["--cpu-list", Processors(placement, server: false)];

    /// <summary>Binds a server, with all its threads.</summary>
    /// <exception cref="BenchmarkException">The processors do not exist.</exception>
    public static async Task BindServerAsync(int processId, Placement placement, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "--all-tasks", "--pid", "--cpu-list",
            Processors(placement, server: true), processId.ToString(CultureInfo.InvariantCulture),
        ];
        using var taskset = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        await taskset.StandardOutput.ReadToEndAsync(cancellationToken);
        await taskset.WaitForExitAsync(cancellationToken);
        if (taskset.ExitCode != 0)
        {
            throw new BenchmarkException(
                "taskset cannot bind a server to its processor: the benchmark needs two processors.");
        }
    }

    private static string Processors(Placement placement, bool server) => placement switch
    {
        Placement.Free => string.Create(CultureInfo.InvariantCulture, $"0-{Environment.ProcessorCount - 1}"),
        Placement.Apart when !server => "1",
        _ => "0",
    };
}
