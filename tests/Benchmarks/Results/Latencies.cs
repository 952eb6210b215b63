namespace VolumeCount.Tests.Benchmarks.Results;

/// <summary>How long each of many requests took.</summary>
internal sealed class Latencies
{
    private readonly long[] _sorted;

    /// <summary>Takes the times of requests, in nanoseconds and any order.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public Latencies(IEnumerable<long> nanoseconds)
    {
        _sorted = [.. nanoseconds];
        if (_sorted.Length == 0)
            throw new ArgumentException("No request was measured.", nameof(nanoseconds));
        Array.Sort(_sorted);
    }

    /// <summary>How many requests there were.</summary>
    public int Count => _sorted.Length;

    /// <summary>The median, in nanoseconds.</summary>
    public long Median => Percentile(50);

    /// <summary>The 99th percentile, in nanoseconds.</summary>
    public long Percentile99 => Percentile(99);

    /// <summary>The longest, in nanoseconds.</summary>
    public long Maximum => _sorted[^1];

    /// <summary>
    /// The shortest time within which so many percent of the requests were answered: one that was measured.
    /// </summary>
    /// <param name="percent">From 1 to 100.</param>
    public long Percentile(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);

        // In whole numbers: 0.99 * 100 need not be 99.
        var rank = ((long)percent * _sorted.Length + 99) / 100;
        return _sorted[rank - 1];
    }
}
