using System.Globalization;
using VolumeCount.Tests.Benchmarks.Results;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>Turns measurements into what people read.</summary>
internal static class LoadText
{
    /// <summary>What a report has of each container, in words.</summary>
    public static string Name(ReportKind kind) => kind == ReportKind.Counts ? "counts alone" : "with tables";

    /// <summary>All figures, in tables, those that a probe notices first.</summary>
    public static string Of(IReadOnlyList<Measurement> measurements) => string.Join('\n',
        "### One request a second, as a probe asks\n",
        Paced(measurements),
        "### One request a second, while 100 containers a second come and go\n",
        PacedChurn(measurements),
        "### One request after the other, at rest\n",
        Latency(measurements.SelectMany(
            measurement => new[] { (measurement, measurement.Rest), (measurement, measurement.RestTogether) })),
        "### One request after the other, while 100 containers a second come and go\n",
        Latency(measurements
            .Where(measurement => measurement.Churn is not null)
            .Select(measurement => (measurement, measurement.Churn!))),
        "### What it takes\n",
        Resources(measurements),
        "### Growth, with counts alone\n",
        Growth([.. measurements.Where(measurement => measurement.Kind == ReportKind.Counts)]));

    /// <summary>The latencies of one request a second, with counts alone, as SVG.</summary>
    public static string Plot(IReadOnlyList<Measurement> measurements)
    {
        var counts =
            measurements.Where(measurement => measurement.Kind == ReportKind.Counts).OrderBy(m => m.Containers).ToArray();
        return LatencyPlot.Draw(
        [
            Line("plugin", "plugin", measurement => measurement.Paced.Plugin.Median),
            Line("plugin, 99 %", "plugin p99", measurement => measurement.Paced.Plugin.Percentile99),
            Line("nginx", "floor", measurement => measurement.Paced.Floor.Median),
            Line("nginx, 99 %", "floor p99", measurement => measurement.Paced.Floor.Percentile99),
        ]);

        PlotLine Line(string name, string style, Func<Measurement, long> latency) =>
            new(name, style, [.. counts.Select(measurement => new PlotPoint(measurement.Containers, latency(measurement)))]);
    }

    private static string Latency(IEnumerable<(Measurement Measurement, Comparison Comparison)> comparisons)
    {
        var table = new FigureTable(
            "containers", "report", "bytes", "processors", "plugin: median / 99 % / max, µs",
            "nginx: median / 99 % / max, µs",
            "ratio of medians", "of 99 %", "requests");
        foreach (var (measurement, comparison) in comparisons)
        {
            var (plugin, floor) = (comparison.Plugin.Latencies, comparison.Floor.Latencies);
            table.Add(
                Number(measurement.Containers),
                Name(measurement.Kind),
                Bytes(comparison.Plugin),
                comparison.Placement switch { Placement.Apart => "two", Placement.Together => "one", _ => "any" },
                Triple(plugin),
                Triple(floor),
                Ratio(plugin.Median, floor.Median),
                Ratio(plugin.Percentile99, floor.Percentile99),
                $"{Number(plugin.Count)} / {Number(floor.Count)}");
        }

        return table.ToString();
    }

    private static string Paced(IReadOnlyList<Measurement> measurements)
    {
        var table = new FigureTable(
            "containers", "report", "bytes", "plugin: median / 99 % / max, µs", "nginx: median / 99 % / max, µs",
            "ratio of medians",
            "requests", "processor s an hour", "of a processor without a probe, %");
        foreach (var measurement in measurements)
        {
            var paced = measurement.Paced;
            table.Add(
                Number(measurement.Containers),
                Name(measurement.Kind),
                Number(measurement.Bytes),
                Triple(paced.Plugin),
                Triple(paced.Floor),
                Ratio(paced.Plugin.Median, paced.Floor.Median),
                $"{Number(paced.Plugin.Count)} / {Number(paced.Floor.Count)}",
                (paced.ProcessorShare * 3600).ToString("N1", CultureInfo.InvariantCulture),
                (measurement.IdleShare * 100).ToString("N2", CultureInfo.InvariantCulture));
        }

        return table.ToString();
    }

    private static string PacedChurn(IReadOnlyList<Measurement> measurements)
    {
        var table = new FigureTable(
            "containers", "report", "plugin: median / 99 % / max, µs", "nginx: median / 99 % / max, µs", "ratio of medians",
            "requests", "processor s an hour");
        foreach (var measurement in measurements)
        {
            if (measurement.PacedChurn is not { } paced)
                continue;

            table.Add(
                Number(measurement.Containers),
                Name(measurement.Kind),
                Triple(paced.Plugin),
                Triple(paced.Floor),
                Ratio(paced.Plugin.Median, paced.Floor.Median),
                $"{Number(paced.Plugin.Count)} / {Number(paced.Floor.Count)}",
                (paced.ProcessorShare * 3600).ToString("N1", CultureInfo.InvariantCulture));
        }

        return table.ToString();
    }

    private static string Resources(IReadOnlyList<Measurement> measurements)
    {
        var table = new FigureTable(
            "containers", "report", "exec to first complete report, ms", "docker calls until then",
            "docker calls a minute: at rest / changing",
            "allocated bytes a request: in a row / one a second", "resident / most, MiB", "of nginx",
            "processor ms for 1,000 requests", "of nginx",
            "while changing");
        foreach (var measurement in measurements)
        {
            var rest = measurement.Rest;
            var churnCalls = measurement.Churn is { } changing ? Number(changing.DockerCallsPerMinute) : "-";
            table.Add(
                Number(measurement.Containers),
                Name(measurement.Kind),
                Number(measurement.Start.TotalMilliseconds),
                Number(measurement.StartCalls),
                $"{Number(rest.DockerCallsPerMinute)} / {churnCalls}",
                $"{Number(measurement.AllocatedPerRequest)} / {Number(measurement.AllocatedPerSecond)}",
                $"{Mebibytes(rest.Plugin.Resident)} / {Mebibytes((measurement.Churn ?? rest).Plugin.PeakResident)}",
                Mebibytes(rest.Floor.Resident),
                Milliseconds(rest.Plugin.ProcessorTimePerThousand),
                Milliseconds(rest.Floor.ProcessorTimePerThousand),
                measurement.Churn is { } churn ? Milliseconds(churn.Plugin.ProcessorTimePerThousand) : "-");
        }

        return table.ToString();
    }

    private static string Growth(IReadOnlyList<Measurement> measurements)
    {
        var table = new FigureTable(
            "containers", "bytes", "bytes a container", "plugin: median, µs", "ns a container", "nginx: median, µs",
            "ns a container");
        foreach (var measurement in measurements)
        {
            var (plugin, floor) = (measurement.Rest.Plugin.Latencies.Median, measurement.Rest.Floor.Latencies.Median);
            table.Add(
                Number(measurement.Containers),
                Number(measurement.Bytes),
                Number((double)measurement.Bytes / measurement.Containers),
                Microseconds(plugin),
                Number((double)plugin / measurement.Containers),
                Microseconds(floor),
                Number((double)floor / measurement.Containers));
        }

        return table.ToString();
    }

    private static string Triple(Latencies latencies) =>
        $"{Microseconds(latencies.Median)} / {Microseconds(latencies.Percentile99)} / {Microseconds(latencies.Maximum)}";

    private static string Bytes(ServerFigures figures) => figures.ShortestBody == figures.LongestBody
        ? Number(figures.LongestBody)
        : $"{Number(figures.ShortestBody)} to {Number(figures.LongestBody)}";

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Microseconds(long nanoseconds) => Number(nanoseconds / 1e3);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);

    private static string Mebibytes(long bytes) => (bytes / 1024.0 / 1024.0).ToString("N1", CultureInfo.InvariantCulture);

    private static string Ratio(long one, long other) => ((double)one / other).ToString("N2", CultureInfo.InvariantCulture);
}
