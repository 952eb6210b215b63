namespace VolumeCount.Tests.Emulation;

/// <summary>A graph of a node's panel.</summary>
/// <param name="Id">The id of the graph's template.</param>
/// <param name="Label">What the graph is called.</param>
/// <param name="Format">How its values are drawn.</param>
/// <param name="Value">The number beside it: the last sample.</param>
/// <param name="Min">The lower end of the scale. The app has it; the page begins at the smallest sample.</param>
/// <param name="Max">The upper end of the scale.</param>
internal sealed record PanelGraph(string Id, string Label, string Format, double Value, double Min, double Max);
