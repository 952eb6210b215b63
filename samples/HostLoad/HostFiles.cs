using System.Globalization;

namespace HostLoad;

/// <summary>Reads the kernel's files about load, pressure, memory and control groups.</summary>
/// <param name="root">The folder that contains <c>proc</c> and <c>sys</c>.</param>
public sealed class HostFiles(string root)
{
    private static readonly EnumerationOptions Depth = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 2,
        IgnoreInaccessible = true,
    };

    private readonly string _groups = Path.Combine(root, "sys/fs/cgroup");

    /// <summary>The load of the last minute.</summary>
    public double ReadLoad() => Number(File.ReadAllText(Path.Combine(root, "proc/loadavg")).Split(' ')[0]);

    /// <summary>The memory that is in use, in bytes.</summary>
    public long ReadUsedMemory()
    {
        // Lines such as "MemTotal:       16384256 kB".
        var lines = File.ReadLines(Path.Combine(root, "proc/meminfo"))
            .Select(static line => line.Split([':', ' '], StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(static line => line[0], static line => (long)Number(line[1]));
        return (lines["MemTotal"] - lines["MemAvailable"]) * 1024;
    }

    /// <summary>
    /// The part of the last ten seconds in which a task waited for a resource, in percent; null on a kernel without pressure
    /// stall information.
    /// </summary>
    /// <param name="resource">The resource: <c>cpu</c>, <c>memory</c> or <c>io</c>.</param>
    public double? ReadPressure(string resource)
    {
        try
        {
            // Such as "some avg10=1.25 avg60=0.88 avg300=0.49 total=123456".
            var some = File.ReadLines(Path.Combine(root, "proc/pressure", resource)).First();
            return Number(some.Split(' ')[1]["avg10=".Length..]);
        }
        catch (IOException)
        {
            // A kernel with this information disabled has the file, but reading it fails.
            return null;
        }
    }

    /// <summary>The control groups of the first three levels; empty if the hierarchy is not of version 2.</summary>
    public IReadOnlyList<ControlGroup> ReadGroups() => File.Exists(Path.Combine(_groups, "cgroup.controllers"))
        ? [.. Directory.EnumerateDirectories(_groups, "*", Depth).Select(TryReadGroup).OfType<ControlGroup>()]
        : [];

    // A group may be removed meanwhile, and one without the memory controller has no such file.
    private ControlGroup? TryReadGroup(string folder)
    {
        try
        {
            var usage = File.ReadLines(Path.Combine(folder, "cpu.stat"))
                .First(static line => line.StartsWith("usage_usec ", StringComparison.Ordinal));
            return new ControlGroup(
                Path.GetRelativePath(_groups, folder),
                TimeSpan.FromMicroseconds(Number(usage.Split(' ')[1])),
                (long)Number(File.ReadAllText(Path.Combine(folder, "memory.current"))));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
