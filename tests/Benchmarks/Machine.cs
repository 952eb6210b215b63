using System.Globalization;
using System.Runtime.InteropServices;

namespace VolumeCount.Tests.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    /// <summary>
    /// The processor, its cores, the kernel and its largest send buffer, .NET, and how busy the machine was before the run.
    /// </summary>
    public static string Description { get; } = string.Create(CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores; Linux {Kernel()}, net.core.wmem_max {SendBuffer()}; "
        + $"{RuntimeInformation.FrameworkDescription}; load average before the run {Load()}");

    private static string Processor()
    {
        const string field = "model name";
        var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string Kernel() => File.ReadAllText("/proc/sys/kernel/osrelease").Trim();

    private static string SendBuffer() => File.ReadAllText("/proc/sys/net/core/wmem_max").Trim();

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
