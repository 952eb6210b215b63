namespace VolumeCount.Tests.Benchmarks.Results;

/// <summary>A point of a <see cref="LatencyPlot"/>.</summary>
/// <param name="Containers">How many containers the report has.</param>
/// <param name="Nanoseconds">How long a request took.</param>
internal readonly record struct PlotPoint(int Containers, long Nanoseconds);
