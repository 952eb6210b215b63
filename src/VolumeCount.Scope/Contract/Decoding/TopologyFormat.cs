namespace VolumeCount.Scope.Contract.Decoding;

/// <summary>What one of Scope's topologies is called, and what its nodes' ids look like.</summary>
internal sealed record TopologyFormat
{
    private readonly string? _tag;
    private readonly int _parts;
    private readonly string _start = "";

    /// <summary>A topology whose ids are <c>…;&lt;tag&gt;</c>.</summary>
    public TopologyFormat(string jsonName, string name, string tag)
    {
        JsonName = jsonName;
        Name = name;
        _tag = tag;
    }

    /// <summary>A topology whose ids have several parts, with semicolons between them.</summary>
    public TopologyFormat(string jsonName, string name, int parts)
    {
        JsonName = jsonName;
        Name = name;
        _parts = parts;
    }

    /// <summary>What the ids begin with.</summary>
    public string Start
    {
        init => _start = value;
    }

    /// <summary>The topology's name in JSON, such as <c>DaemonSet</c>.</summary>
    public string JsonName { get; }

    /// <summary>The topology's name in a node's <c>topology</c> and <c>parents</c>, such as <c>daemon_set</c>.</summary>
    public string Name { get; }

    /// <summary>What a node's id must be, as a clause, or null where it is that.</summary>
    public string? ValidateSocket(string nodeId)
    {
        if (!nodeId.StartsWith(_start, StringComparison.Ordinal))
            return $"must begin with '{_start}'";
        if (_tag is null)
            return nodeId.Split(';').Length >= _parts ? null : $"must have {_parts} parts, with ';' between them";

        var end = $";<{_tag}>";
        if (nodeId.Length <= end.Length || !nodeId.EndsWith(end, StringComparison.Ordinal))
            return $"must end in '{end}'";

        // Scope takes what follows the first one for the tag.
        return nodeId.IndexOf(';') == nodeId.Length - end.Length ? null : $"must have no ';' but that of '{end}'";
    }
}
