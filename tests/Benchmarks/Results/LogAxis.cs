namespace VolumeCount.Tests.Benchmarks.Results;

/// <summary>A logarithmic axis over whole powers of ten.</summary>
internal sealed class LogAxis
{
    private readonly int _low;
    private readonly int _high;
    private readonly double _from;
    private readonly double _to;

    /// <summary>Lays the axis over all values.</summary>
    /// <param name="values">What it must have room for; all greater than 0.</param>
    /// <param name="from">Where it begins on the paper.</param>
    /// <param name="to">Where it ends on the paper, which may be less.</param>
    public LogAxis(IReadOnlyCollection<double> values, double from, double to)
    {
        _low = (int)Math.Floor(Math.Log10(values.Min()));
        _high = Math.Max(_low + 1, (int)Math.Ceiling(Math.Log10(values.Max())));
        _from = from;
        _to = to;
    }

    /// <summary>The powers of ten on the axis, from the least to the greatest.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(_low, _high - _low + 1).Select(power => Math.Pow(10, power));

    /// <summary>Where a value is on the paper.</summary>
    public double At(double value) => _from + ((_to - _from) * (Math.Log10(value) - _low) / (_high - _low));
}
