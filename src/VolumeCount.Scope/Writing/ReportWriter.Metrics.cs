using System.Globalization;

namespace VolumeCount.Scope.Writing;

/// <content>The values in <c>metrics</c>.</content>
public ref partial struct ReportWriter
{
    /// <summary>Writes a metric of one sample at the report's time; leaves it out if it is null, NaN or infinite.</summary>
    /// <param name="id">The metric's id, escaped for JSON.</param>
    /// <param name="value">The sample.</param>
    /// <param name="min">The metric's lower end; the sample if null.</param>
    /// <param name="max">The metric's upper end; the sample if null.</param>
    public void Metric(ReadOnlySpan<byte> id, double? value, double? min, double? max)
    {
        if (value is not { } sample || !double.IsFinite(sample))
            return;

        BeginMember(id);
        Raw("{\"samples\":[{\"date\":\""u8);
        Raw(StampedDate[Stamp.Start.Length..]);
        Raw("\",\"value\":"u8);
        Formatted(sample);
        Raw("}]"u8);
        EndMetric(min, max, smallest: sample, largest: sample);
    }

    /// <summary>Writes a metric of one sample with the digits of a <see cref="float"/>; see <see cref="Metric"/>.</summary>
    public void SingleMetric(ReadOnlySpan<byte> id, float? value, double? min, double? max)
    {
        // Converted, 0.1f would be 0.10000000149011612.
        Span<byte> digits = stackalloc byte[32];
        if (value is { } sample
            && float.IsFinite(sample)
            && sample.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture))
        {
            Metric(id, double.Parse(digits[..length], CultureInfo.InvariantCulture), min, max);
        }
    }

    /// <summary>
    /// Writes a metric of samples sorted by time, one for each moment; leaves it out if no sample is finite.
    /// </summary>
    /// <param name="id">The metric's id, escaped for JSON.</param>
    /// <param name="samples">The samples, in any order. Of two of the same moment, the later one is written.</param>
    /// <param name="min">The metric's lower end; the smallest sample if null.</param>
    /// <param name="max">The metric's upper end, unless the samples have one; the largest sample if null.</param>
    public void MetricSamples<T>(ReadOnlySpan<byte> id, T? samples, double? min, double? max)
        where T : IEnumerable<MetricSample>
    {
        var elements = Elements.AsSpan<T, MetricSample>(samples);
        var sorted = SortedSamples.Rent();
        foreach (var sample in elements)
            sorted.Add(sample);
        if (sorted.Sort() == 0)
            return;

        BeginMember(id);
        Raw("{\"samples\":["u8);
        foreach (var sample in sorted.Span)
        {
            Next();
            Raw("{\"date\":\""u8);
            Date(sample.Time);
            Raw("\",\"value\":"u8);
            Formatted(sample.Value);
            Raw("}"u8);
        }

        Raw("]"u8);
        EndMetric(min, sorted.Limit ?? max, sorted.Min, sorted.Max);
    }

    private void EndMetric(double? min, double? max, double smallest, double largest)
    {
        // An end that is given is kept even if all samples are beyond it.
        Raw(",\"min\":"u8);
        Formatted(min ?? Math.Min(smallest, max ?? smallest));
        Raw(",\"max\":"u8);
        Formatted(max ?? Math.Max(largest, min ?? largest));
        Raw("}"u8);
    }
}
