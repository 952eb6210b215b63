namespace VolumeCount.Generators.Parsing;

/// <summary>The full metadata names of the attributes.</summary>
internal static class AttributeNames
{
    public const string Plugin = "VolumeCount.Attributes.PluginAttribute";
    public const string ReportTime = "VolumeCount.Attributes.ReportTimeAttribute";
    public const string Topology = "VolumeCount.Attributes.TopologyAttribute";
    public const string NodeId = "VolumeCount.Attributes.NodeIdAttribute";
    public const string Metadata = "VolumeCount.Attributes.MetadataAttribute";
}
