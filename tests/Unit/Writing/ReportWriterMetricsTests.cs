using System.Collections.Immutable;
using VolumeCount.Scope.Writing;

namespace VolumeCount.Tests.Unit.Writing;

public sealed class ReportWriterMetricsTests
{
    [Fact]
    public void Value_IsASampleAtTheTimeOfTheReport()
    {
        Assert.Equal(
            """
            "a":{"samples":[{"date":"2026-11-22T21:16:30Z","value":0.5}],"min":0.5,"max":0.5}
            """,
            Written.Members(static (ref writer) => writer.Metric("a"u8, 0.5, min: null, max: null)));
    }

    [Theory]
    [InlineData(5.0, 0.0, 10.0, "\"min\":0,\"max\":10")]
    [InlineData(5.0, 0.0, null, "\"min\":0,\"max\":5")]
    [InlineData(5.0, null, 10.0, "\"min\":5,\"max\":10")]
    [InlineData(-5.0, 0.0, null, "\"min\":0,\"max\":0")]
    [InlineData(15.0, null, 10.0, "\"min\":10,\"max\":10")]
    [InlineData(15.0, 0.0, 10.0, "\"min\":0,\"max\":10")]
    public void Ends_AreThoseGivenOrTheSamples(double value, double? min, double? max, string expected)
    {
        MetricSample[] samples = [new(Written.Time, value)];

        Assert.Contains(
            expected, Written.Members((ref writer) => writer.Metric("a"u8, value, min, max)), StringComparison.Ordinal);
        Assert.Contains(
            expected, Written.Members((ref writer) => writer.MetricSamples("a"u8, samples, min, max)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "\"max\":8")]
    [InlineData(100.0, "\"max\":8")]
    public void UpperEnd_OfSamplesThatHaveOne_IsTheLargest(double? max, string expected)
    {
        MetricSample[] samples =
        [
            new(Written.Time, 5) { Max = 7 },
            new(Written.Time.AddSeconds(1), 1) { Max = 8 },
            new(Written.Time.AddSeconds(2), 1),
            new(Written.Time.AddSeconds(3), 1) { Max = double.PositiveInfinity },
        ];

        Assert.EndsWith(
            $"{expected}}}",
            Written.Members((ref writer) => writer.MetricSamples("a"u8, samples, null, max)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_WithoutASample_AreLeftOut()
    {
        Assert.Equal("", Written.Members(static (ref writer) =>
        {
            writer.Metric("a"u8, null, 0, 1);
            writer.Metric("b"u8, double.NaN, 0, 1);
            writer.Metric("c"u8, double.PositiveInfinity, 0, 1);
            writer.SingleMetric("g"u8, null, 0, 1);
            writer.SingleMetric("h"u8, float.NaN, 0, 1);
            writer.SingleMetric("i"u8, float.NegativeInfinity, 0, 1);
            writer.MetricSamples<MetricSample[]>("d"u8, null, 0, 1);
            writer.MetricSamples("e"u8, default(ImmutableArray<MetricSample>), 0, 1);
            writer.MetricSamples("j"u8, new[] { new MetricSample(default, 1) }, 0, 1);
            writer.MetricSamples("f"u8, new List<MetricSample> { new(Written.Time, double.NaN) }, 0, 1);
        }));
    }

    [Theory]
    [InlineData(0.1f, "0.1")]
    [InlineData(-16777216f, "-16777216")]
    [InlineData(float.MaxValue, "3.4028235E+38")]
    [InlineData(float.Epsilon, "1E-45")]
    public void Single_HasTheDigitsThatItNeeds(float value, string digits)
    {
        Assert.Equal(
            $$"""
            "a":{"samples":[{"date":"2026-11-22T21:16:30Z","value":{{digits}}}],"min":{{digits}},"max":{{digits}}}
            """,
            Written.Members((ref writer) => writer.SingleMetric("a"u8, value, min: null, max: null)));
    }

    [Fact]
    public void Samples_AreInTheOrderOfTime()
    {
        var samples = Enumerable.Range(0, 3).Select(static i => new MetricSample(Written.Time.AddSeconds(-i), i));

        Assert.Equal(
            """
            "a":{"samples":[{"date":"2026-11-22T21:16:28.999Z","value":2},{"date":"2026-11-22T21:16:29.999Z","value":1},
            {"date":"2026-11-22T21:16:30.999Z","value":0}],"min":0,"max":2}
            """.ReplaceLineEndings(""),
            Written.Members((ref writer) => writer.MetricSamples("a"u8, samples, null, null)));
    }
}
