namespace VolumeCount.Tests.Benchmarks.Results;

/// <summary>A line of a <see cref="LatencyPlot"/>.</summary>
/// <param name="Name">What is written at its end.</param>
/// <param name="Style">The class that the plot's style sheet draws it as.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record PlotLine(string Name, string Style, IReadOnlyList<PlotPoint> Points);
