using System.Runtime.InteropServices;

namespace VolumeCount.Scope.Writing;

/// <summary>
/// Collects the samples of a metric, and sorts them by time, one for each moment. Each thread has one instance, which is
/// used for one metric after the other.
/// </summary>
internal sealed class SortedSamples
{
    private static readonly Comparison<(MetricSample Sample, int Index)> ByTime = static (left, right) =>
        left.Sample.Time.CompareTo(right.Sample.Time) is not 0 and var order ? order : left.Index.CompareTo(right.Index);

    [ThreadStatic]
    private static SortedSamples? _ofThread;

    private readonly List<(MetricSample Sample, int Index)> _added = [];
    private readonly List<MetricSample> _sorted = [];

    private SortedSamples()
    {
    }

    /// <summary>The samples, as <see cref="Sort"/> left them.</summary>
    public ReadOnlySpan<MetricSample> Span => CollectionsMarshal.AsSpan(_sorted);

    public double Min { get; private set; }

    public double Max { get; private set; }

    /// <summary>The largest upper end that a sample has; null if none has any.</summary>
    public double? Limit { get; private set; }

    public static SortedSamples Rent()
    {
        var samples = _ofThread ??= new SortedSamples();
        samples._added.Clear();
        samples._sorted.Clear();
        return samples;
    }

    /// <summary>Adds a sample, unless JSON cannot represent its value, or its time is not set.</summary>
    public void Add(MetricSample sample)
    {
        if (double.IsFinite(sample.Value) && sample.Time != default)
            _added.Add((sample, _added.Count));
    }

    /// <summary>
    /// Sorts the samples, keeps the last one of each moment, and returns the number of samples that are left.
    /// </summary>
    public int Sort()
    {
        _added.Sort(ByTime);

        (Min, Max, Limit) = (double.PositiveInfinity, double.NegativeInfinity, null);
        for (var i = 0; i < _added.Count; i++)
        {
            var sample = _added[i].Sample;
            if (i + 1 < _added.Count && _added[i + 1].Sample.Time == sample.Time)
                continue;

            _sorted.Add(sample);
            Min = Math.Min(Min, sample.Value);
            Max = Math.Max(Max, sample.Value);
            if (sample.Max is { } limit && double.IsFinite(limit))
                Limit = Math.Max(Limit ?? limit, limit);
        }

        return _sorted.Count;
    }
}
