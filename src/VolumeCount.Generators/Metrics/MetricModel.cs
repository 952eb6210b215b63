using VolumeCount.Generators.Values;

namespace VolumeCount.Generators.Metrics;

/// <summary>A property marked <c>[Metric]</c>.</summary>
/// <param name="PropertyName">The property's name.</param>
/// <param name="Id">The template's id, and the key of the metric.</param>
/// <param name="Label">The graph's label.</param>
/// <param name="Format">How values are written; empty for a number.</param>
/// <param name="Group">The graph's group; empty without one.</param>
/// <param name="Priority">The graph's priority.</param>
/// <param name="Min">The graph's lower end; null to use the samples'.</param>
/// <param name="Max">The graph's upper end; null to use the samples'.</param>
/// <param name="Value">The value, of one sample; null where the property is a collection of samples.</param>
internal sealed record MetricModel(
    string PropertyName,
    string Id,
    string Label,
    string Format,
    string Group,
    double Priority,
    double? Min,
    double? Max,
    ValueModel? Value);
