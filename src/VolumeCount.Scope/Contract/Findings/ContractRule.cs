namespace VolumeCount.Scope.Contract.Findings;

/// <summary>The rules that Scope has for a plugin, in the order in which they are checked.</summary>
public enum ContractRule
{
    /// <summary>The plugin answers on the socket, with HTTP.</summary>
    Answer,

    /// <summary>The exchange ends in time.</summary>
    Time,

    /// <summary>The status is 200.</summary>
    Status,

    /// <summary>The body is not too large.</summary>
    Size,

    /// <summary>The body is JSON, and nothing but that.</summary>
    Json,

    /// <summary>Every field has its type.</summary>
    Types,

    /// <summary>Every field is one that Scope knows, and occurs once.</summary>
    Fields,

    /// <summary>There is exactly one plugin, and it has the id from the socket's name.</summary>
    Plugin,

    /// <summary>The plugin has a label, the right API version, and is a reporter.</summary>
    Registration,

    /// <summary>Nodes have the ids and the topology under which they are reported.</summary>
    Nodes,

    /// <summary>Values have timestamps, and samples are sorted by theirs.</summary>
    Timestamps,

    /// <summary>Sets are sorted, and contain no duplicates.</summary>
    Sets,

    /// <summary>
    /// Templates have their keys as ids, values that Scope knows, and rows that Scope shows without a click.
    /// </summary>
    Templates,

    /// <summary>Links are web addresses, and do not run scripts in the browser.</summary>
    Links,

    /// <summary>IP addresses have a digit by which they can be sorted.</summary>
    Addresses,

    /// <summary>The keys of tables can be split into row and column, and each row has all cells.</summary>
    Tables,

    /// <summary>Scope's own controls are not removed from its nodes, and the plugin's can be used.</summary>
    Controls,

    /// <summary>The second request on the connection is answered like the first.</summary>
    KeptAlive,

    /// <summary>Each reported node is one that Scope's probe has found, which only the probe knows.</summary>
    Ghosts,
}
