namespace VolumeCount.Attributes;

/// <summary>A topology of Scope's report: a member's name is the topology's name in JSON.</summary>
public enum ScopeTopology
{
    /// <summary>Containers. The id of a node is <c>&lt;full container id&gt;;&lt;container&gt;</c>, angle brackets included.</summary>
    Container,
}
