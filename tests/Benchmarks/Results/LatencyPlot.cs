using System.Globalization;
using System.Text;

namespace VolumeCount.Tests.Benchmarks.Results;

/// <summary>
/// Draws latencies against the number of containers, both on logarithmic axes, as an SVG that follows the reader's light or
/// dark theme.
/// </summary>
internal static class LatencyPlot
{
    private const int Width = 720;
    private const int Height = 400;
    private const int Left = 70;
    private const int Right = 560;
    private const int Top = 40;
    private const int Bottom = 340;
    private const int LineHeight = 16;

    private const string Style =
        """
        text { font: 13px system-ui, sans-serif; fill: #1f2328; }
        .grid { stroke: #d1d9e0; }
        .line { fill: none; stroke-width: 2; }
        .p99 { stroke-dasharray: 5 4; stroke-width: 1.5; }
        .plugin { stroke: #0969da; }
        .floor { stroke: #9a6700; }
        circle.plugin { fill: #0969da; stroke: none; }
        circle.floor { fill: #9a6700; stroke: none; }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc; }
          .grid { stroke: #3d444d; }
          .plugin { stroke: #4493f8; }
          .floor { stroke: #d29922; }
          circle.plugin { fill: #4493f8; }
          circle.floor { fill: #d29922; }
        }
        """;

    /// <summary>Draws the lines.</summary>
    public static string Draw(IReadOnlyList<PlotLine> lines)
    {
        var points = lines.SelectMany(line => line.Points).ToArray();
        var x = new LogAxis([.. points.Select(point => (double)point.Containers)], Left, Right);
        var y = new LogAxis([.. points.Select(point => (double)point.Nanoseconds)], Bottom, Top);

        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" """);
        svg.Append("role=\"img\" aria-label=\"Latency of GET /report against the number of containers\">\n");
        svg.Append("<style>\n").Append(Style).Append("\n</style>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Left}\" y=\"20\">Latency of GET /report: median, and 99th percentile (dashed)</text>\n");

        foreach (var tick in x.Ticks)
        {
            Grid(svg, x.At(tick), Top, x.At(tick), Bottom);
            Text(svg, x.At(tick), Bottom + 20, "middle", tick.ToString("N0", CultureInfo.InvariantCulture));
        }

        foreach (var tick in y.Ticks)
        {
            Grid(svg, Left, y.At(tick), Right, y.At(tick));
            Text(svg, Left - 8, y.At(tick) + 4, "end", Duration(tick));
        }

        Text(svg, (Left + Right) / 2.0, Bottom + 44, "middle", "containers");
        foreach (var line in lines)
            Line(svg, line, x, y);
        Names(svg, lines, y);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Grid(StringBuilder svg, double x1, double y1, double x2, double y2) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<line class=\"grid\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>\n");

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text) => svg.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{text}</text>\n");

    private static void Line(StringBuilder svg, PlotLine line, LogAxis x, LogAxis y)
    {
        var places = line.Points.Select(point => string.Create(
            CultureInfo.InvariantCulture, $"{x.At(point.Containers):0.#},{y.At(point.Nanoseconds):0.#}")).ToArray();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<polyline class=\"line {line.Style}\" points=\"{string.Join(' ', places)}\"/>\n");
        foreach (var place in places.Select(place => place.Split(',')))
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle class=\"{line.Style}\" cx=\"{place[0]}\" cy=\"{place[1]}\" r=\"3\"/>\n");
        }
    }

    // Each name at the end of its line, or below the one above where they would overlap.
    private static void Names(StringBuilder svg, IReadOnlyList<PlotLine> lines, LogAxis y)
    {
        var free = double.NegativeInfinity;
        var ends = lines.Select(line => (line.Name, At: y.At(line.Points[^1].Nanoseconds) + 4));
        foreach (var (name, at) in ends.OrderBy(end => end.At))
        {
            var place = Math.Max(at, free);
            Text(svg, Right + 10, place, "start", name);
            free = place + LineHeight;
        }
    }

    private static string Duration(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds} ns"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3} µs"),
        < 1e9 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e9} s"),
    };
}
