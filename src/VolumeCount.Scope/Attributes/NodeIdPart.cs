namespace VolumeCount.Scope;

/// <summary>Which part of a node's id a property is. Most topologies have ids of one part.</summary>
public enum NodeIdPart
{
    /// <summary>The only part.</summary>
    Whole,

    /// <summary>The name of the host: the first part of a <see cref="ScopeTopology.Process"/>.</summary>
    Host,

    /// <summary>The process id: the second part of a <see cref="ScopeTopology.Process"/>.</summary>
    Pid,

    /// <summary>
    /// The first part of a <see cref="ScopeTopology.Endpoint"/>: the host's name if the address means something on that host
    /// alone, as 127.0.0.1 does; empty otherwise.
    /// </summary>
    Scope,

    /// <summary>The IP address: the second part of a <see cref="ScopeTopology.Endpoint"/>.</summary>
    Address,

    /// <summary>The port: the third part of a <see cref="ScopeTopology.Endpoint"/>.</summary>
    Port,

    /// <summary>The cluster's name: the first part of a <see cref="ScopeTopology.ECSService"/>.</summary>
    Cluster,

    /// <summary>The service's name: the second part of a <see cref="ScopeTopology.ECSService"/>.</summary>
    Service,
}
