namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>Tells a report that has all containers.</summary>
internal static class CompleteReport
{
    /// <summary>Whether the report has as many nodes.</summary>
    public static bool Has(byte[] report, int containers) => report.AsSpan().Count(";<container>\":"u8) == containers;
}
