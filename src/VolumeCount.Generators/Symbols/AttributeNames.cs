namespace VolumeCount.Generators.Symbols;

/// <summary>The full metadata names of the attributes, and of the types that go with them.</summary>
internal static class AttributeNames
{
    public const string Namespace = "VolumeCount.Scope";

    public const string Plugin = "VolumeCount.Scope.PluginAttribute";
    public const string ReportTime = "VolumeCount.Scope.ReportTimeAttribute";
    public const string Topology = "VolumeCount.Scope.TopologyAttribute";
    public const string NodeId = "VolumeCount.Scope.NodeIdAttribute";
    public const string Standalone = "VolumeCount.Scope.StandaloneAttribute";
    public const string Metadata = "VolumeCount.Scope.MetadataAttribute";
    public const string Metric = "VolumeCount.Scope.MetricAttribute";
    public const string Table = "VolumeCount.Scope.TableAttribute";
    public const string RowId = "VolumeCount.Scope.RowIdAttribute";
    public const string Column = "VolumeCount.Scope.ColumnAttribute";
    public const string FixedRow = "VolumeCount.Scope.FixedRowAttribute";
    public const string Parents = "VolumeCount.Scope.ParentsAttribute";
    public const string Adjacency = "VolumeCount.Scope.AdjacencyAttribute";
    public const string Control = "VolumeCount.Scope.ControlAttribute";

    public const string MetricSample = "VolumeCount.Scope.Writing.MetricSample";
    public const string ControlRequest = "VolumeCount.Scope.Controls.ControlRequest";
    public const string ControlResponse = "VolumeCount.Scope.Controls.ControlResponse";
}
