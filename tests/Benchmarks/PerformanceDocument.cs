using System.Globalization;
using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Benchmarks;

/// <summary>Writes figures into <c>docs/performance.md</c>, with the date, the machine and the command.</summary>
internal static class PerformanceDocument
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    /// <summary>What figures begin with. To be asked before there is any load of ours.</summary>
    /// <param name="command">What was typed to get them.</param>
    public static string Origin(string command) => string.Create(CultureInfo.InvariantCulture,
        $"Measured on {Now:yyyy-MM-dd} with `{command}`: {Machine.Description}.\n");

    /// <summary>Writes a text to its place.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="place">The name in the comments around the place.</param>
    /// <param name="text">The text, as Markdown.</param>
    public static void Write(string repository, string place, string text)
    {
        var path = Path.Combine(repository, "docs", "performance.md");
        File.WriteAllText(path, MarkedText.Replace(File.ReadAllText(path), place, text));
    }

    /// <summary>Writes the plot of the latencies.</summary>
    public static void WritePlot(string repository, string svg) =>
        File.WriteAllText(Path.Combine(repository, "docs", "images", "latency.svg"), svg);
}
