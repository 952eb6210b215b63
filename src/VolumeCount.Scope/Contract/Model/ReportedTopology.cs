namespace VolumeCount.Scope.Contract.Model;

/// <summary>A topology of a report, with everything in it by id.</summary>
internal sealed record ReportedTopology
{
    public IReadOnlyDictionary<string, ReportedNode> Nodes { get; init; } = new Dictionary<string, ReportedNode>();

    /// <summary>The rows that nodes may have.</summary>
    public IReadOnlyDictionary<string, MetadataTemplate> MetadataTemplates { get; init; } =
        new Dictionary<string, MetadataTemplate>();

    /// <summary>The graphs that nodes may have.</summary>
    public IReadOnlyDictionary<string, MetricTemplate> MetricTemplates { get; init; } =
        new Dictionary<string, MetricTemplate>();

    /// <summary>The tables that nodes may have.</summary>
    public IReadOnlyDictionary<string, TableTemplate> TableTemplates { get; init; } =
        new Dictionary<string, TableTemplate>();

    /// <summary>The buttons that nodes may have.</summary>
    public IReadOnlyDictionary<string, Control> Controls { get; init; } = new Dictionary<string, Control>();
}
