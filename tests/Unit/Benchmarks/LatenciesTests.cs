using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Unit.Benchmarks;

public sealed class LatenciesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 50)]
    [InlineData(99, 99)]
    [InlineData(100, 100)]
    public void Percentile_OfOneToAHundredInAnyOrder_IsItsOwnNumber(int percent, long expected)
    {
        var numbers = Enumerable.Range(1, 100).Select(static i => (long)i).ToArray();
        Random.Shared.Shuffle(numbers);

        Assert.Equal(expected, new Latencies(numbers).Percentile(percent));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(101)]
    [InlineData(1000)]
    public void Percentile_OfAnyCount_IsTheLeastThatCoversIt(int count)
    {
        long[] numbers = [.. Enumerable.Range(0, count).Select(static _ => Random.Shared.NextInt64(50))];
        var latencies = new Latencies(numbers);

        Assert.All([1, 50, 95, 99, 100], percent => Assert.Equal(
            numbers.Order().First(candidate => 100L * numbers.Count(number => number <= candidate) >= (long)percent * count),
            latencies.Percentile(percent)));
    }

    [Fact]
    public void Figures_OfAFewRequests_AreTheMedianTheTailAndTheMaximum()
    {
        var latencies = new Latencies([5, 1, 1000, 2, 3]);

        Assert.Equal((5, 3, 1000, 1000), (latencies.Count, latencies.Median, latencies.Percentile99, latencies.Maximum));
    }

    [Fact]
    public void Latencies_OfNoRequest_AreRefused()
    {
        Assert.Throws<ArgumentException>(static () => new Latencies([]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Percentile_OutOfRange_IsRefused(int percent)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Latencies([1]).Percentile(percent));
    }
}
