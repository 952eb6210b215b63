namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A graph of a panel.</summary>
/// <param name="Id">The id of the metric.</param>
/// <param name="Label">What the graph is called.</param>
/// <param name="Format">How its values are drawn.</param>
/// <param name="Value">The number beside it.</param>
/// <param name="Min">The lower end of its scale.</param>
/// <param name="Max">The upper end of its scale.</param>
internal sealed record PanelGraph(string Id, string Label, string Format, double Value, double Min, double Max);
