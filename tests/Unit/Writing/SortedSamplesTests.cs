using VolumeCount.Scope.Writing;

namespace VolumeCount.Tests.Unit.Writing;

public sealed class SortedSamplesTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 21, 16, 30, TimeSpan.Zero);

    [Fact]
    public void Samples_AreInTheOrderOfTime()
    {
        var sorted = Sort(new(Time.AddTicks(1), 2), new(Time, 1), new(Time.AddTicks(-1), 3));

        Assert.Equal([3, 1, 2], Values(sorted));
        Assert.Equal((1, 3), (sorted.Min, sorted.Max));
    }

    [Fact]
    public void Samples_OfTheSameMoment_AreTheLastOne()
    {
        var elsewhere = Time.ToOffset(TimeSpan.FromHours(5));
        var samples = Enumerable.Range(0, 50).SelectMany(
            i => new MetricSample[] { new(Time, i), new(elsewhere.AddHours(1), -i) });

        var sorted = Sort([.. samples]);

        Assert.Equal([49, -49], Values(sorted));
        Assert.Equal((-49, 49), (sorted.Min, sorted.Max));
    }

    [Fact]
    public void Samples_ThatAreNotFinite_AreLeftOut()
    {
        var sorted = Sort(
            new(Time, double.NaN), new(Time, 1), new(Time, double.PositiveInfinity),
            new(Time.AddHours(1), double.NegativeInfinity));

        Assert.Equal([1], Values(sorted));
    }

    [Fact]
    public void Rented_IsEmpty()
    {
        Sort(new MetricSample(Time, 1));

        Assert.Empty(Values(Sort()));
    }

    private static SortedSamples Sort(params MetricSample[] samples)
    {
        var sorted = SortedSamples.Rent();
        foreach (var sample in samples)
            sorted.Add(sample);

        Assert.Equal(sorted.Sort(), sorted.Span.Length);
        return sorted;
    }

    private static IEnumerable<double> Values(SortedSamples samples) =>
        samples.Span.ToArray().Select(static sample => sample.Value);
}
