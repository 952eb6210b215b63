using System.Globalization;
using System.Xml.Linq;
using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Unit.Benchmarks;

public sealed class LatencyPlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Axis_OverPowersOfTen_HasEqualStepsBetweenThem()
    {
        var axis = new LogAxis([10, 10_000], 100, 400);

        Assert.Equal([10, 100, 1000, 10_000], axis.Ticks);
        Assert.Equal([100, 200, 300, 400], axis.Ticks.Select(axis.At));
    }

    [Fact]
    public void Axis_OverValuesBetweenPowersOfTen_ReachesTheNextOnes()
    {
        var axis = new LogAxis([30, 2_000], 0, 1);

        Assert.Equal([10, 100, 1000, 10_000], axis.Ticks);
    }

    [Fact]
    public void Axis_OverOneValue_HasTwoTicks()
    {
        var axis = new LogAxis([10], 300, 0);

        Assert.Equal([10, 100], axis.Ticks);
        Assert.Equal(300, axis.At(10));
    }

    [Fact]
    public void Plot_OfTwoLines_HasAllPointsInsideTheAxesAndSlowerOnesHigher()
    {
        var plot = Draw(
            new("plugin", "plugin", [new(10, 40_000), new(1000, 100_000)]),
            new("floor", "floor", [new(10, 20_000), new(1000, 50_000)]));
        var grid = plot.Elements(Svg + "line").ToArray();
        var lines = plot.Elements(Svg + "polyline").Select(Points).ToArray();

        Assert.All(lines.SelectMany(static line => line), point =>
        {
            Assert.InRange(point.X, grid.Min(line => Number(line, "x1")), grid.Max(line => Number(line, "x2")));
            Assert.InRange(point.Y, grid.Min(line => Number(line, "y1")), grid.Max(line => Number(line, "y2")));
        });
        Assert.All(lines[0].Zip(lines[1]), static pair => Assert.True(pair.First.Y < pair.Second.Y));
        Assert.All(lines, static line => Assert.True(line[0].X < line[1].X && line[0].Y > line[1].Y));
        Assert.Equal(4, plot.Elements(Svg + "circle").Count());
    }

    [Fact]
    public void Plot_InAnyCulture_IsTheSame()
    {
        PlotLine line = new("plugin", "plugin", [new(10, 41_234), new(1000, 123_456)]);
        var culture = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NumberGroupSeparator = ".";
        var expected = LatencyPlot.Draw([line]);
        try
        {
            CultureInfo.CurrentCulture = odd;

            Assert.Equal(expected, LatencyPlot.Draw([line]));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Names_OfLinesThatEndTogether_DoNotOverlap()
    {
        var plot = Draw(
            new("one", "plugin", [new(10, 1000), new(100, 5000)]),
            new("two", "floor", [new(10, 1000), new(100, 5001)]),
            new("three", "floor p99", [new(10, 1000), new(100, 5002)]));
        var heights = plot.Elements(Svg + "text").Where(static text => text.Value is "one" or "two" or "three")
            .Select(static text => Number(text, "y")).Order().ToArray();

        Assert.Equal(3, heights.Length);
        Assert.All(heights.Zip(heights.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= 13));
    }

    [Fact]
    public void Axes_AreLabelledInUnitsThatPeopleRead()
    {
        var plot = Draw(new PlotLine("plugin", "plugin", [new(10, 20_000), new(100_000, 5_000_000)]));

        Assert.Superset(
            new HashSet<string> { "10", "1,000", "100,000", "10 µs", "1 ms", "10 ms" },
            plot.Elements(Svg + "text").Select(static text => text.Value).ToHashSet());
    }

    private static XElement Draw(params PlotLine[] lines) => XElement.Parse(LatencyPlot.Draw(lines));

    private static (double X, double Y)[] Points(XElement line) =>
    [
        .. line.Attribute("points")!.Value.Split(' ').Select(static point => point.Split(','))
            .Select(static point => (Parse(point[0]), Parse(point[1]))),
    ];

    private static double Number(XElement element, string attribute) => Parse(element.Attribute(attribute)!.Value);

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
