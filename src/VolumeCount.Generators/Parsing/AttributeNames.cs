namespace VolumeCount.Generators.Parsing;

/// <summary>The full metadata names of the attributes, and of the types that go with them.</summary>
internal static class AttributeNames
{
    public const string Namespace = "VolumeCount.Attributes";

    public const string Plugin = "VolumeCount.Attributes.PluginAttribute";
    public const string ReportTime = "VolumeCount.Attributes.ReportTimeAttribute";
    public const string Topology = "VolumeCount.Attributes.TopologyAttribute";
    public const string NodeId = "VolumeCount.Attributes.NodeIdAttribute";
    public const string Metadata = "VolumeCount.Attributes.MetadataAttribute";
    public const string Metric = "VolumeCount.Attributes.MetricAttribute";
    public const string Table = "VolumeCount.Attributes.TableAttribute";
    public const string RowId = "VolumeCount.Attributes.RowIdAttribute";
    public const string Column = "VolumeCount.Attributes.ColumnAttribute";
    public const string FixedRow = "VolumeCount.Attributes.FixedRowAttribute";
    public const string Parents = "VolumeCount.Attributes.ParentsAttribute";
    public const string Adjacency = "VolumeCount.Attributes.AdjacencyAttribute";
    public const string Control = "VolumeCount.Attributes.ControlAttribute";

    public const string MetricSample = "VolumeCount.Templates.MetricSample";
    public const string ControlRequest = "VolumeCount.Controls.ControlRequest";
    public const string ControlResponse = "VolumeCount.Controls.ControlResponse";
}
