
namespace VolumeCount.Scope;

/// <summary>
/// Shows a property of a node as a graph in the node's panel: an entry of the node's <c>metrics</c>, and the
/// <c>metric_templates</c> entry by which Scope draws it.
/// </summary>
/// <remarks>
/// The property is a number, which is one sample at the time of the report, or a collection of
/// <see cref="VolumeCount.Scope.Writing.MetricSample"/>, which are written sorted by time. A value that is null, NaN or
/// infinite, and a metric without any sample, is left out.
/// </remarks>
/// <example>
/// <code>
/// [Metric(Label = "CPU Wait", Format = MetricFormat.Percent, Min = 0, Max = 100)]
/// public double? CpuWait { get; init; }
/// </code>
/// is the graph <c>cpu_wait</c>, up to 100.
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MetricAttribute : Attribute
{
    /// <summary>The template's <c>id</c>, and the key of the metric. By default the property's name in snake case.</summary>
    public string? Id { get; init; }

    /// <summary>The graph's <c>label</c>. By default the property's name in words.</summary>
    public string? Label { get; init; }

    /// <summary>The <c>format</c> of the values.</summary>
    public MetricFormat Format { get; init; }

    /// <summary>The <c>group</c> of graphs that the graph belongs to; empty without a group.</summary>
    public string? Group { get; init; }

    /// <summary>The graph's <c>priority</c>: a lower one is earlier.</summary>
    public double Priority { get; init; } = 1;

    /// <summary>
    /// The metric's <c>min</c>; by default the smallest sample. Scope's page begins the graph at the smallest sample.
    /// </summary>
    public double Min { get; init; }

    /// <summary>
    /// The metric's <c>max</c>: the upper end of the graph, and a full gauge where Scope draws the node as one. By default
    /// the largest sample. Samples may have an upper end of their own, which is then used instead.
    /// </summary>
    public double Max { get; init; }

    /// <summary>
    /// Whether the id is one of Scope's own on purpose: the plugin reports what Scope's own probe would report. Without
    /// this, such an id is an error.
    /// </summary>
    public bool IsScopeKey { get; init; }
}
