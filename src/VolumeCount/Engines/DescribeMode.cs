namespace VolumeCount.Engines;

/// <summary>Whether the report describes containers, beside counting their mounts.</summary>
internal enum DescribeMode
{
    /// <summary>Describes the containers of a runtime of Kubernetes, which Scope does not know, and no others.</summary>
    Auto,

    Always,

    Never,
}
